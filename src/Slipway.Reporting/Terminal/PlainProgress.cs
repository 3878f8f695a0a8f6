namespace Slipway.Reporting.Terminal;

/// <summary>Writes one plain line for each event: for logs, CI and pipes.</summary>
public sealed class PlainProgress(TextWriter output) : IProgressSink
{
    readonly Lock _lock = new();
    RunState _state = RunState.Empty;
    bool _isDisposed;

    public void Report(ProgressEvent progress)
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            _state = _state.With(progress);
            output.WriteLine(PlainLines.Of(progress, _state));
            output.Flush();
        }
    }

    /// <summary>The writer stays open: it is the caller's.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isDisposed = true;
    }
}
