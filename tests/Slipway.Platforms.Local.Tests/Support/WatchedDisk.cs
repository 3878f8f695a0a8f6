using Slipway.Delivery.State;

namespace Slipway.Platforms.Local.Tests.Support;

/// <summary>The real disk, and a word after each file that was replaced.</summary>
sealed class WatchedDisk(Action<string> replaced) : IDisk
{
    public void WriteFlushed(string path, ReadOnlySpan<byte> content) => Disk.Real.WriteFlushed(path, content);

    public void AppendFlushed(string path, ReadOnlySpan<byte> content) => Disk.Real.AppendFlushed(path, content);

    public void Truncate(string path, long length) => Disk.Real.Truncate(path, length);

    public void Replace(string from, string to)
    {
        Disk.Real.Replace(from, to);
        replaced(to);
    }

    public void FlushDirectory(string path) => Disk.Real.FlushDirectory(path);

    public void Delete(string path) => Disk.Real.Delete(path);
}
