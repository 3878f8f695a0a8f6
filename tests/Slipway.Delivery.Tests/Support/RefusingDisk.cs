using Slipway.Delivery.State;

namespace Slipway.Delivery.Tests.Support;

/// <summary>A disk that has no room for one write of one file, and has it for every other.</summary>
/// <param name="write">Which write of it, counted from 1.</param>
sealed class RefusingDisk(string file, int write) : IDisk
{
    int _writes;

    public void WriteFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (Path.GetFileName(path) == $"{file}.new" && ++_writes == write)
            throw new IOException($"No space left on device : '{path}'");
        UnflushedDisk.Instance.WriteFlushed(path, content);
    }

    public void AppendFlushed(string path, ReadOnlySpan<byte> content) =>
        UnflushedDisk.Instance.AppendFlushed(path, content);

    public void Truncate(string path, long length) => UnflushedDisk.Instance.Truncate(path, length);

    public void Replace(string from, string to) => UnflushedDisk.Instance.Replace(from, to);

    public void FlushDirectory(string path) => UnflushedDisk.Instance.FlushDirectory(path);

    public void Delete(string path) => UnflushedDisk.Instance.Delete(path);
}
