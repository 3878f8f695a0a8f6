using Slipway.Delivery.State;

namespace Slipway.Proofs.Disks;

/// <summary>
/// The real disk, of which every operation from the n-th on fails: with a full disk half of what was to be written is
/// there, with a broken one nothing.
/// </summary>
sealed class FaultyDisk(int from, bool isFull) : IDisk
{
    int _operations;

    public bool HasFailed { get; private set; }

    public void WriteFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (Fails())
            Tear(path, content, Disk.Real.WriteFlushed);
        Disk.Real.WriteFlushed(path, content);
    }

    public void AppendFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (Fails())
            Tear(path, content, Disk.Real.AppendFlushed);
        Disk.Real.AppendFlushed(path, content);
    }

    public void Truncate(string path, long length) => Disk.Real.Truncate(path, length);

    public void Replace(string from, string to)
    {
        if (!isFull && Fails())
            throw Failure(to);
        Disk.Real.Replace(from, to);
    }

    public void FlushDirectory(string path)
    {
        if (!isFull && Fails())
            throw Failure(path);
        Disk.Real.FlushDirectory(path);
    }

    public void Delete(string path) => Disk.Real.Delete(path);

    delegate void Write(string path, ReadOnlySpan<byte> content);

    void Tear(string path, ReadOnlySpan<byte> content, Write write)
    {
        if (isFull)
            write(path, content[..(content.Length / 2)]);
        throw Failure(path);
    }

    bool Fails()
    {
        var fails = Interlocked.Increment(ref _operations) >= from;
        HasFailed |= fails;
        return fails;
    }

    /// <summary>As .NET says ENOSPC and EIO.</summary>
    IOException Failure(string path) =>
        new(isFull ? $"No space left on device : '{path}'" : $"Input/output error : '{path}'");
}
