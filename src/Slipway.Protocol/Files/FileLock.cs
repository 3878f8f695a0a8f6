namespace Slipway.Protocol.Files;

/// <summary>Another process holds the lock.</summary>
public sealed class FileLockedException(string path)
    : Exception($"Another process already runs here: it holds {path}.");

/// <summary>A lock between processes (flock), which the system releases when its holder dies, however it dies.</summary>
public sealed class FileLock : IDisposable
{
    readonly FileStream _stream;

    FileLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock or throws <see cref="FileLockedException"/>; never waits. The file stays behind, empty.</summary>
    public static FileLock Take(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new FileLockedException(path);
        }
    }

    public void Dispose() => _stream.Dispose();
}
