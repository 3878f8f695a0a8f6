using Slipway.Delivery.State;

namespace Slipway.Delivery.Tests.Support;

/// <summary>
/// The real disk without the flushes: a killed process loses nothing that it wrote, so thousands of simulated kills
/// need not wait for the device. What a power cut leaves is tested where torn lines and files are read.
/// </summary>
sealed class UnflushedDisk : IDisk
{
    public static UnflushedDisk Instance { get; } = new();

    public void WriteFlushed(string path, ReadOnlySpan<byte> content) => File.WriteAllBytes(path, content);

    public void AppendFlushed(string path, ReadOnlySpan<byte> content) => File.AppendAllBytes(path, content);

    public void Truncate(string path, long length)
    {
        using var stream = File.OpenWrite(path);
        stream.SetLength(length);
    }

    public void Replace(string from, string to) => File.Move(from, to, overwrite: true);

    public void FlushDirectory(string path) { }

    public void Delete(string path) => File.Delete(path);
}
