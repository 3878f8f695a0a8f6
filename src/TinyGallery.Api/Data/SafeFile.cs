namespace TinyGallery.Api.Data;

/// <summary>A file that is either there and whole, or not there.</summary>
static class SafeFile
{
    /// <summary>
    /// Lets <paramref name="write"/> fill a file beside <paramref name="file"/>, flushes it to the disk and renames it.
    /// </summary>
    public static async Task WriteAsync(string file, Func<string, Task> write)
    {
        var full = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var partial = $"{full}.partial-{Environment.ProcessId}";
        File.Delete(partial);
        try
        {
            await write(partial);
            await using (var written = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(partial, full, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
