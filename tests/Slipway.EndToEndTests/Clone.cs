using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>
/// This repository as a new user has it: a fresh clone, with what is not committed yet laid over it and committed there,
/// its own ports and its own state.
/// </summary>
public sealed class Clone : IAsyncLifetime
{
    readonly TempDirectory _directory = new();

    public string Root => _directory["clone"];

    public string State => _directory["state"];

    public int PortBase { get; } = FreePortBase();

    public int Production => PortBase;

    public int Staging => PortBase + 1;

    public async Task InitializeAsync()
    {
        var source = RepositoryRoot();
        await RunAsync("git", ["clone", "--quiet", "--no-hardlinks", source, Root], _directory.Path);
        await GitAsync("checkout", "--quiet", "-B", "main");
        await GitAsync("config", "user.name", "Test");
        await GitAsync("config", "user.email", "test@example.org");
        await GitAsync("config", "commit.gpgsign", "false");
        await OverlayAsync(source);
    }

    public async Task DisposeAsync()
    {
        foreach (var name in EnvironmentNames())
            await BuildAsync("Destroy", "--environment", name, "--confirm", name);
        _directory.Dispose();
    }

    /// <summary>Runs <c>./build.sh</c> here, with this clone's ports and state.</summary>
    public Task<CommandResult> BuildAsync(params string[] arguments) => BuildAsync(Root, arguments);

    /// <summary>The same from another directory.</summary>
    public Task<CommandResult> BuildAsync(string root, params string[] arguments) =>
        CommandLine.RunAsync(
            Path.Combine(root, "build.sh"),
            [.. arguments, "--port-base", PortBase.ToString(CultureInfo.InvariantCulture), "--state", State],
            root,
            limit: TimeSpan.FromMinutes(15)
        );

    public async Task<string> GitAsync(params string[] arguments) =>
        (await RunAsync("git", arguments, Root)).Output.Trim();

    public async Task<string> CommitAsync(string file, string content, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(Root, file), content);
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--message", message);
        return await GitAsync("rev-parse", "HEAD");
    }

    /// <summary>Uncommitted work of the source tree is part of what is tested.</summary>
    async Task OverlayAsync(string source)
    {
        var changed = await RunAsync("git", ["ls-files", "-z", "--modified", "--others", "--exclude-standard"], source);
        foreach (
            var file in changed
                .Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => name.Trim('\n'))
        )
        {
            var from = Path.Combine(source, file);
            var to = Path.Combine(Root, file);
            if (!File.Exists(from))
            {
                File.Delete(to);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to, overwrite: true);
        }

        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", "The tree under test");
    }

    IEnumerable<string> EnvironmentNames()
    {
        var directory = Path.Combine(State, "environments");
        return Directory.Exists(directory)
            ? Directory.GetDirectories(directory).Select(Path.GetFileName).OfType<string>()
            : [];
    }

    static async Task<CommandResult> RunAsync(string file, string[] arguments, string directory)
    {
        var result = await CommandLine.RunAsync(file, arguments, directory);
        return result.ExitCode == 0
            ? result
            : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)}: {result.All}");
    }

    static string RepositoryRoot()
    {
        for (
            var directory = AppContext.BaseDirectory;
            directory is not null;
            directory = Path.GetDirectoryName(directory)
        )
        {
            if (File.Exists(Path.Combine(directory, "build.sh")))
                return directory;
        }

        throw new InvalidOperationException("build.sh is not above the tests.");
    }

    static int FreePortBase()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var candidate = RandomNumberGenerator.GetInt32(20000, 30000);
            if (Enumerable.Range(candidate, 30).All(IsFree))
                return candidate;
        }

        throw new InvalidOperationException("No thirty free ports in a row.");
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
