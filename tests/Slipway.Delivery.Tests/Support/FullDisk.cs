using Slipway.Delivery.State;

namespace Slipway.Delivery.Tests.Support;

/// <summary>The real disk, full from the n-th write on until it is <see cref="Free"/>d; writes then are torn.</summary>
sealed class FullDisk(int fullFrom) : IDisk
{
    int _writes;
    volatile bool _freed;

    public bool WasFull { get; private set; }

    /// <summary>Somebody made room.</summary>
    public void Free() => _freed = true;

    public void WriteFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (Fills())
        {
            Disk.Real.WriteFlushed(path, content[..(content.Length / 2)]);
            throw NoSpace(path);
        }

        Disk.Real.WriteFlushed(path, content);
    }

    public void AppendFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (Fills())
        {
            Disk.Real.AppendFlushed(path, content[..(content.Length / 2)]);
            throw NoSpace(path);
        }

        Disk.Real.AppendFlushed(path, content);
    }

    public void Truncate(string path, long length) => Disk.Real.Truncate(path, length);

    public void Replace(string from, string to) => Disk.Real.Replace(from, to);

    public void FlushDirectory(string path) => Disk.Real.FlushDirectory(path);

    public void Delete(string path) => Disk.Real.Delete(path);

    bool Fills()
    {
        var fills = Interlocked.Increment(ref _writes) >= fullFrom && !_freed;
        WasFull |= fills;
        return fills;
    }

    static IOException NoSpace(string path) => new($"No space left on device : '{path}'");
}
