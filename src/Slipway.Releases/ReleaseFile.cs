namespace Slipway.Releases;

/// <summary>Files that are there as a whole or not at all.</summary>
static class ReleaseFile
{
    /// <summary>
    /// Writes aside, flushes to the disk, renames: a kill or a full disk never leaves half a file. The file's mode stays,
    /// and a link stays a link.
    /// </summary>
    /// <exception cref="ReleaseException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target)
            path = target.FullName;
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await WriteAsideAsync(aside, content, cancellationToken);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(aside, File.GetUnixFileMode(path));
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception exception)
        {
            if (File.Exists(aside))
                File.Delete(aside);
            if (exception is IOException or UnauthorizedAccessException)
                throw new ReleaseException($"{path} cannot be written: {exception.Message}", exception);
            throw;
        }
    }

    static async Task WriteAsideAsync(string aside, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(content, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
