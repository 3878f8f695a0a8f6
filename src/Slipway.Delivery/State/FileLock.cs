namespace Slipway.Delivery.State;

/// <summary>
/// A lock between processes for the length of a few file operations. The system takes it back when its process dies.
/// </summary>
public sealed class FileLock : IDisposable
{
    static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    readonly FileStream _stream;

    FileLock(FileStream stream) => _stream = stream;

    /// <exception cref="DeliveryException">Another process held it for ten seconds: it hangs.</exception>
    public static FileLock Enter(string path)
    {
        var tries = (int)(Limit / Retry);
        using var pause = new ManualResetEventSlim();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException failure) when (IsHeld(failure))
            {
                if (attempt == tries)
                {
                    throw new DeliveryException(
                        $"{path} is locked by another process for more than {Limit.TotalSeconds:0} s. "
                            + "Look for a Slipway that hangs on this directory and end it.",
                        failure
                    );
                }

                pause.Wait(Retry);
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    // EAGAIN/EWOULDBLOCK on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    static bool IsHeld(IOException failure) =>
        failure is not (FileNotFoundException or DirectoryNotFoundException)
        && (failure.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
