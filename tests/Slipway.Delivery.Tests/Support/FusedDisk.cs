using Slipway.Delivery.State;

namespace Slipway.Delivery.Tests.Support;

/// <summary>A disk under a process that can be killed at each operation, in the middle of a write as well.</summary>
sealed class FusedDisk(Fuse fuse) : IDisk
{
    public void WriteFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (fuse.DiesHere())
        {
            UnflushedDisk.Instance.WriteFlushed(path, content[..(content.Length / 2)]);
            throw new KilledException();
        }

        UnflushedDisk.Instance.WriteFlushed(path, content);
        fuse.Point();
    }

    public void AppendFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (fuse.DiesHere())
        {
            UnflushedDisk.Instance.AppendFlushed(path, content[..(content.Length / 2)]);
            throw new KilledException();
        }

        UnflushedDisk.Instance.AppendFlushed(path, content);
        fuse.Point();
    }

    public void Truncate(string path, long length)
    {
        fuse.Point();
        UnflushedDisk.Instance.Truncate(path, length);
    }

    public void Replace(string from, string to)
    {
        fuse.Point();
        UnflushedDisk.Instance.Replace(from, to);
    }

    public void FlushDirectory(string path)
    {
        fuse.Point();
        UnflushedDisk.Instance.FlushDirectory(path);
    }

    public void Delete(string path)
    {
        fuse.Point();
        UnflushedDisk.Instance.Delete(path);
    }
}
