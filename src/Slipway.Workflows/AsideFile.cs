namespace Slipway.Workflows;

/// <summary>A file that gets its name when it is whole; until then, and when it never is, nobody takes it for one.</summary>
sealed class AsideFile : IDisposable
{
    /// <summary>What those that a killed process left end with.</summary>
    public const string Suffix = ".aside";

    readonly string _path;
    bool _isCommitted;

    /// <param name="path">A file beside it is made; its directory is there.</param>
    public AsideFile(string path)
    {
        _path = $"{path}.{Guid.NewGuid():N}{Suffix}";
        Stream = new FileStream(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    public FileStream Stream { get; }

    /// <summary>Flushes and renames over what is there.</summary>
    public void Commit(string path)
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_path, path, overwrite: true);
        _isCommitted = true;
    }

    /// <summary>Writes a whole file.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var aside = new AsideFile(path);
        aside.Stream.Write(content);
        aside.Commit(path);
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (_isCommitted)
            return;
        try
        {
            File.Delete(_path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is swept up later.
        }
    }
}
