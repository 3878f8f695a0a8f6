namespace Slipway.Reporting;

/// <summary>Files that are there as a whole or not at all.</summary>
static class WholeFile
{
    /// <summary>Writes aside, flushes to the disk, renames: a reader, and a full disk, never leave half a file.</summary>
    /// <exception cref="IOException">The disk is full, or the directory cannot be written.</exception>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(System.Text.Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
