using System.Security.Cryptography;
using System.Text;

namespace Slipway.Platforms.Local.Supervision;

/// <summary>
/// The programs that outlive a build (<c>gateway</c>, <c>supervisor</c>). They run from a copy named by its content, so
/// that a rebuild never changes a file under a running program.
/// </summary>
/// <param name="source">The directory that holds <c>gateway/</c> and <c>supervisor/</c>.</param>
/// <param name="stateDirectory">Copies go to <c>hosts/&lt;name&gt;/&lt;content hash&gt;/</c> below it.</param>
public sealed class HostFiles(string source, string stateDirectory)
{
    /// <summary>The programs beside the running build.</summary>
    public static HostFiles BesideBuild(string stateDirectory) =>
        new(Path.Combine(AppContext.BaseDirectory, "hosts"), stateDirectory);

    /// <summary>The full path of the gateway's program in its copy, made first when missing. Start it with <see cref="DotNet"/>.</summary>
    public string Gateway() => Place("gateway", "Slipway.Gateway.dll");

    /// <summary>The full path of the supervisor's program in its copy, made first when missing.</summary>
    public string Supervisor() => Place("supervisor", "Slipway.Supervisor.dll");

    /// <summary>The dotnet that runs this build: DOTNET_HOST_PATH, else the first on PATH.</summary>
    public static string DotNet()
    {
        var given = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
        if (!string.IsNullOrEmpty(given) && File.Exists(given))
            return given;
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(directory => Path.Combine(directory, "dotnet"))
                .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("dotnet is neither in DOTNET_HOST_PATH nor on PATH.");
    }

    string Place(string name, string program)
    {
        var from = Path.Combine(source, name);
        if (!File.Exists(Path.Combine(from, program)))
            throw new FileNotFoundException($"{program} is not in {from}: build Slipway.Platforms.Local again.");

        var files = Directory.GetFiles(from, "*", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        var to = Path.GetFullPath(Path.Combine(stateDirectory, "hosts", name, ContentHash(from, files)));
        if (!Directory.Exists(to))
            Copy(from, files, to);
        return Path.Combine(to, program);
    }

    // Written aside and renamed: a copy that exists is whole. Of two builds that race, the second finds it done.
    static void Copy(string from, string[] files, string to)
    {
        var aside = $"{to}.{Guid.NewGuid():N}.new";
        try
        {
            foreach (var file in files)
            {
                var target = Path.Combine(aside, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }

            Directory.Move(aside, to);
        }
        catch (IOException) when (Directory.Exists(to))
        {
            Directory.Delete(aside, recursive: true);
        }
    }

    static string ContentHash(string from, string[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(from, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
