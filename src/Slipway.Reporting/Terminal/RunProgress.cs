namespace Slipway.Reporting.Terminal;

/// <summary>Tells a sink what happens, stamped with the time, and keeps the resulting state for a report.</summary>
public sealed class RunProgress(IProgressSink sink, TimeProvider time)
{
    readonly Lock _lock = new();
    RunState _state = RunState.Empty;

    /// <summary>All that was reported so far.</summary>
    public RunState State
    {
        get
        {
            lock (_lock)
                return _state;
        }
    }

    public void RunStarted(string title) => Report(new RunStarted(time.GetUtcNow(), title));

    /// <inheritdoc cref="Terminal.StageStarted"/>
    public void StageStarted(string id, string? parentId, string title) =>
        Report(new StageStarted(time.GetUtcNow(), id, parentId, title));

    /// <inheritdoc cref="StageProgressed"/>
    public void StageProgress(string id, string text) => Report(new StageProgressed(time.GetUtcNow(), id, text));

    /// <inheritdoc cref="Terminal.StageFinished"/>
    public void StageFinished(string id, StageOutcome outcome, string? detail = null) =>
        Report(new StageFinished(time.GetUtcNow(), id, outcome, detail));

    /// <inheritdoc cref="Noted"/>
    public void Note(string id, string text, StageOutcome outcome) =>
        Report(new Noted(time.GetUtcNow(), id, text, outcome));

    public void RunFinished(StageOutcome outcome, string? detail = null) =>
        Report(new RunFinished(time.GetUtcNow(), outcome, detail));

    void Report(ProgressEvent progress)
    {
        lock (_lock)
        {
            _state = _state.With(progress);
            sink.Report(progress);
        }
    }
}
