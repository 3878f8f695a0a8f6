using Xunit;

namespace Slipway.Testing;

/// <summary>A file system of its own in memory, which can be filled to the last byte, or closed to whoever writes.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    SmallDisk(string path) => Path = path;

    public string Path { get; }

    string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Skips the test where mounting is not allowed.</summary>
    /// <param name="megabytes">Its size, in MiB.</param>
    public static async Task<SmallDisk> MountAsync(string path, int megabytes = 256)
    {
        Directory.CreateDirectory(path);
        var mount =
            Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()
                ? await CommandLine.RunAsync("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path])
                : new CommandResult(1, "", "");
        // No server, so never a failure: a container of a CI job may not mount either.
        Skip.If(mount.ExitCode != 0, "Filling a disk needs the right to mount one: root on Linux.");
        return new SmallDisk(path);
    }

    /// <param name="leaving">So many bytes stay free, give or take a page.</param>
    public void Fill(long leaving = 0)
    {
        var block = new byte[64 * 1024];
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                filler.Write(block);
        }
        catch (IOException)
        {
            // Full, which is what was wanted.
        }

        filler.SetLength(Math.Max(0, filler.Length - leaving));
    }

    public void MakeRoom() => File.Delete(Filler);

    /// <summary>For everybody, root too, whom no permission keeps from writing.</summary>
    public async Task MakeReadOnlyAsync()
    {
        var mount = await CommandLine.RunAsync("mount", ["-o", "remount,ro", Path]);
        if (mount.ExitCode != 0)
            throw new InvalidOperationException($"{Path} cannot be made read-only: {mount.Error}");
    }

    public async ValueTask DisposeAsync()
    {
        MakeRoom();
        await CommandLine.RunAsync("umount", [Path]);
    }
}
