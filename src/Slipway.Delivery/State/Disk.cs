using System.Runtime.InteropServices;

namespace Slipway.Delivery.State;

/// <summary>The machine's own disk.</summary>
public sealed partial class Disk : IDisk
{
    public static Disk Real { get; } = new();

    public void WriteFlushed(string path, ReadOnlySpan<byte> content) => Write(path, FileMode.Create, content);

    public void AppendFlushed(string path, ReadOnlySpan<byte> content) => Write(path, FileMode.Append, content);

    public void Truncate(string path, long length)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        stream.SetLength(length);
        stream.Flush(flushToDisk: true);
    }

    public void Replace(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    /// <summary>fsync(2) of the directory. Windows has no such thing and needs none: NTFS journals its names.</summary>
    public void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            return;

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
            throw Failure(path);
        try
        {
            if (FSync(descriptor) != 0)
                throw Failure(path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    const int ReadOnly = 0;

    static void Write(string path, FileMode mode, ReadOnlySpan<byte> content)
    {
        // FileShare.Read: a reader of the journal never stops a deployment. No buffer: one write, then the flush.
        using var stream = new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    static IOException Failure(string path) =>
        new($"{path}: the directory could not be flushed: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
