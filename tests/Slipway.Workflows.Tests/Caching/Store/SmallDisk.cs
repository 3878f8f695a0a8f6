using Slipway.Testing;

namespace Slipway.Workflows.Tests.Caching.Store;

/// <summary>A file system of its own in memory, which can be filled to the last byte.</summary>
sealed class SmallDisk : IAsyncDisposable
{
    readonly string _path;

    SmallDisk(string path) => _path = path;

    /// <summary>Skips the test where mounting is not allowed.</summary>
    public static async Task<SmallDisk> MountAsync(string path)
    {
        Directory.CreateDirectory(path);
        var mount =
            Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()
                ? await CommandLine.RunAsync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path])
                : new CommandResult(1, "", "");
        Skip.If(mount.ExitCode != 0, "Filling a disk needs the right to mount one: root on Linux.");
        return new SmallDisk(path);
    }

    public void Fill()
    {
        using var filler = new FileStream(
            Path.Combine(_path, "filler"),
            FileMode.Create,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 0
        );
        try
        {
            while (true)
                filler.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full, which is what was wanted.
        }
    }

    public async ValueTask DisposeAsync() => await CommandLine.RunAsync("umount", [_path]);
}
