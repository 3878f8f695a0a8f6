using System.Text;

namespace Slipway.Protocol.Files;

/// <summary>Files that are either wholly the old or wholly the new ones, whenever the machine or the process dies.</summary>
public static class DurableFile
{
    /// <summary>
    /// Writes beside <paramref name="path"/>, flushes to the disk, renames over it, and flushes the directory's entry.
    /// The file's mode is 0600. Throws <see cref="IOException"/> when the disk is full or failing; the old content is
    /// whole then.
    /// </summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var aside = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var stream = new FileStream(aside, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }

        Posix.FlushDirectory(directory);
    }

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    public static void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));
}
