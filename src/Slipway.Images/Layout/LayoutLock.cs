using System.Diagnostics;

namespace Slipway.Images;

/// <summary>
/// The right to change a layout, between threads and between processes. The system frees it when its holder dies.
/// </summary>
static class LayoutLock
{
    public const string FileName = ".lock";

    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Most waits are over before: one that is not may last, and a person wants to know for whom.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <param name="limit">How long to wait for another holder.</param>
    /// <param name="waiting">Told once, in a sentence, who is waited for when that takes seconds.</param>
    /// <exception cref="ImageException">Another process kept it for the whole time.</exception>
    public static FileStream Take(
        string directory,
        TimeSpan limit,
        CancellationToken cancellationToken,
        Action<string>? waiting = null
    )
    {
        var path = Path.Combine(directory, FileName);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsHeldByAnother(exception))
            {
                if (waited.Elapsed > limit)
                    throw new ImageException(
                        $"{directory} is in use: {LockHolder.Of(path)} has held {path} for {limit.TotalSeconds:0} s. "
                            + "Wait for it to end, or end it, and run this again.",
                        exception
                    );
                if (waiting is not null && waited.Elapsed > Patience)
                {
                    waiting(
                        $"Waiting for {LockHolder.Of(path)}, which uses {directory}, for {limit.TotalSeconds:0} s at most"
                    );
                    waiting = null;
                }
            }

            cancellationToken.WaitHandle.WaitOne(Interval);
        }
    }

    /// <summary>Anything else, a full disk for example, does not pass by waiting.</summary>
    static bool IsHeldByAnother(IOException exception)
    {
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        const int LinuxWouldBlock = 11;
        const int MacWouldBlock = 35;
        return exception.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock;
    }
}
