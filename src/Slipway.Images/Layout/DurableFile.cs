namespace Slipway.Images;

/// <summary>Files that are there whole or not at all: written aside, flushed to the disk, renamed.</summary>
static class DurableFile
{
    /// <summary>Writes a new file of a name of its own below <paramref name="directory"/> and flushes it to the disk.</summary>
    /// <returns>Its path; it belongs to the caller. Nothing is left when <paramref name="write"/> throws.</returns>
    public static string WriteAside(string directory, Action<Stream> write)
    {
        var path = Path.Combine(directory, Guid.NewGuid().ToString("n"));
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            write(file);
            file.Flush(flushToDisk: true);
            return path;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Replaces <paramref name="path"/>: a reader sees the old content or the new one.</summary>
    /// <param name="aside">A directory on the same volume.</param>
    public static void Replace(string path, string aside, ReadOnlyMemory<byte> content)
    {
        var temporary = WriteAside(aside, file => file.Write(content.Span));
        File.Move(temporary, path, overwrite: true);
    }
}
