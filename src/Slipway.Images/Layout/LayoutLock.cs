using System.Diagnostics;

namespace Slipway.Images;

/// <summary>
/// The right to change a layout, between threads and between processes. The system frees it when its holder dies.
/// </summary>
static class LayoutLock
{
    public const string FileName = ".lock";

    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <param name="limit">How long to wait for another holder.</param>
    /// <exception cref="ImageException">Another process kept it for the whole time.</exception>
    public static FileStream Take(string directory, TimeSpan limit, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, FileName);
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException))
            {
                if (waiting.Elapsed > limit)
                    throw new ImageException(
                        $"{directory} is in use: another process has held {path} for {limit.TotalSeconds:0} s. "
                            + "Wait for it to end, or end it, and run this again.",
                        exception
                    );
            }

            cancellationToken.WaitHandle.WaitOne(Interval);
        }
    }
}
