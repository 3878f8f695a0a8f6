using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Protocol.Files;

/// <summary>
/// Where an environment's sockets are: <c>/tmp/slipway-&lt;user id&gt;/&lt;hash of its directory&gt;</c>, for root below
/// <c>/var/run/slipway</c>, where nobody else can have put anything. A socket's path is
/// limited to about 104 bytes, too few for a directory deep in somebody's home. Not XDG_RUNTIME_DIR: it is removed when
/// the user logs out, and the processes live on; and a job without a login session would look elsewhere.
/// </summary>
public static class RuntimeDirectory
{
    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Creates (mode 0700) and answers the directory for the environment whose files are in
    /// <paramref name="environmentDirectory"/>. Throws <see cref="IOException"/> when somebody else made it before us.
    /// </summary>
    public static string For(string environmentDirectory)
    {
        var directory = PathOf(environmentDirectory);
        EnsurePrivate(Path.GetDirectoryName(directory)!);
        EnsurePrivate(directory);
        return directory;
    }

    /// <summary>The same path, whether it is there or not; nothing is made.</summary>
    public static string PathOf(string environmentDirectory)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException(
                "Platform local needs Linux or macOS: on Windows use WSL or Docker."
            );

        var user = Posix.UserId();
        var parent =
            user == Posix.Root
                ? "/var/run/slipway"
                : string.Create(CultureInfo.InvariantCulture, $"/tmp/slipway-{user}");
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(environmentDirectory));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..16];
        return Path.Combine(parent, hash);
    }

    /// <summary>
    /// Creates the directory (mode 0700), or makes sure that it is a real one, ours, and closed to everybody else;
    /// throws <see cref="IOException"/> when it is not.
    /// </summary>
    public static void EnsurePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Unix sockets of a private directory need Linux or macOS.");

        Directory.CreateDirectory(directory, Private);
        if (new DirectoryInfo(directory).LinkTarget is not null || !Posix.Owns(directory))
            throw new IOException($"{directory} belongs to somebody else: remove it, or ask its owner to.");
        if (File.GetUnixFileMode(directory) != Private)
            throw new IOException($"{directory} must be closed to others: chmod 700 it.");
    }
}
