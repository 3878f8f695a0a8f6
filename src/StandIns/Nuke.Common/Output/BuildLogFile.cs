using System.Globalization;
using Nuke.Common.IO;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>
/// <c>build.log</c> in the temporary directory, and a copy under the time of the run; the last five copies are kept. The
/// files are touched when there is something to write.
/// </summary>
internal sealed class BuildLogFile(AbsolutePath directory) : IDisposable
{
    private const int KeptCopies = 5;
    private readonly Lock _lock = new();
    private StreamWriter? _current;
    private StreamWriter? _copy;

    public void Write(LogEvent logEvent)
    {
        lock (_lock)
        {
            if (_current is null)
                Open();

            var line = SecretMasking.Apply(
                $"{logEvent.Level.ToString()[0]} | {Logging.CurrentTarget, -20} | {LogLine.Message(logEvent)}"
            );
            var exception = logEvent.Exception is { } thrown ? SecretMasking.Apply(thrown.ToString()) : null;
            _current!.WriteLine(
                $"{logEvent.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)} | {line}"
            );
            _copy!.WriteLine(line);
            if (exception != null)
            {
                _current.WriteLine(exception);
                _copy.WriteLine(exception);
            }
        }
    }

    public void Dispose()
    {
        _current?.Dispose();
        _copy?.Dispose();
    }

    private void Open()
    {
        foreach (
            var old in Directory
                .GetFiles(directory, "build.*.log")
                .OrderDescending(StringComparer.Ordinal)
                .Skip(KeptCopies)
        )
            File.Delete(old);

        var time = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture);
        _current = Create(directory / "build.log");
        _copy = Create(directory / $"build.{time}.log");
    }

    // Another run in the same directory may have it open: both write on.
    private static StreamWriter Create(string path) =>
        new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
}
