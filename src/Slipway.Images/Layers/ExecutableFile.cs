namespace Slipway.Images;

/// <summary>
/// Whether a file gets the executable bit: decided by what it is, since the bit on disk depends on who unpacked a
/// package, and does not exist on Windows.
/// </summary>
static class ExecutableFile
{
    /// <summary>A script with an interpreter line, or an ELF binary that is no shared library.</summary>
    /// <param name="file">Read from its start, and left there.</param>
    public static bool Is(FileStream file, string name)
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        start = start[..read];
        return start.StartsWith("#!"u8) || (start.SequenceEqual("\u007fELF"u8) && !IsSharedLibrary(name));
    }

    /// <summary><c>libx.so</c> and <c>libx.so.1.2</c>.</summary>
    static bool IsSharedLibrary(string name) =>
        name.EndsWith(".so", StringComparison.Ordinal) || name.Contains(".so.", StringComparison.Ordinal);
}
