namespace Slipway.Delivery.State;

/// <summary>
/// The few operations that state files are written with, each one a place where a full or broken disk can answer with
/// an error. Tests put a disk here that fails at the n-th operation.
/// </summary>
public interface IDisk
{
    /// <summary>Writes a new file whole and flushes it to the device; an existing one is replaced.</summary>
    void WriteFlushed(string path, ReadOnlySpan<byte> content);

    /// <summary>Adds to the end of a file, created when missing, and flushes it to the device.</summary>
    void AppendFlushed(string path, ReadOnlySpan<byte> content);

    /// <summary>Cuts a file to a length and flushes it.</summary>
    void Truncate(string path, long length);

    /// <summary>Renames over an existing file in one step.</summary>
    void Replace(string from, string to);

    /// <summary>Makes a rename or a new name in a directory survive a power cut.</summary>
    void FlushDirectory(string path);

    void Delete(string path);
}
