using Serilog;
using Slipway.Reporting;
using Slipway.Reporting.Terminal;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Components.Running;

/// <summary>Shows a run: a stage for each job, with the step that it is at.</summary>
sealed class RunView : IRunObserver, IDisposable
{
    readonly Lock _lock = new();
    readonly PausableSink _sink = new(() => ConsoleKind.SinkForConsole(TimeProvider.System));
    readonly RunProgress _progress;
    readonly RunRecord _record;
    readonly HashSet<string> _running = new(StringComparer.OrdinalIgnoreCase);
    bool _isOpen;

    public RunView(RunRecord record)
    {
        _record = record;
        _progress = new RunProgress(_sink, TimeProvider.System);
    }

    /// <summary>Before the first job only: afterwards the terminal is the tree's.</summary>
    public void Note(string line)
    {
        lock (_lock)
        {
            if (!_isOpen)
                Log.Information("{Note:l}", line);
        }
    }

    public void JobStarted(string key, string title)
    {
        lock (_lock)
        {
            Open();
            if (_running.Add(key))
                _progress.StageStarted(key, parentId: null, title);
        }
    }

    public void StepStarted(string key, string step)
    {
        lock (_lock)
        {
            if (_running.Contains(key))
                _progress.StageProgress(key, step);
        }
    }

    public void JobEnded(JobReport job)
    {
        lock (_lock)
        {
            Open();
            if (_running.Add(job.Key))
                _progress.StageStarted(job.Key, parentId: null, job.Title);
            _progress.StageFinished(job.Key, OutcomeOf(job), DetailOf(job));
        }
    }

    /// <summary>The tree leaves the terminal to somebody else for as long as the answer lives.</summary>
    public IDisposable Pause() => _sink.Pause();

    public void End()
    {
        lock (_lock)
        {
            if (!_isOpen)
                return;
            _isOpen = false;
            _progress.RunFinished(Together(_progress.State));
            _record.Keep(_progress.State, isPart: false);
        }
        _sink.Dispose();
    }

    public void Dispose() => _sink.Dispose();

    void Open()
    {
        if (_isOpen)
            return;
        _isOpen = true;
        _progress.RunStarted("Jobs");
    }

    static StageOutcome Together(RunState state) =>
        state.Stages.Any(stage => stage.Outcome == StageOutcome.Failed) ? StageOutcome.Failed
        : state.Stages.Any(stage => stage.Outcome == StageOutcome.Waiting) ? StageOutcome.Waiting
        : StageOutcome.Succeeded;

    static StageOutcome OutcomeOf(JobReport job) =>
        job switch
        {
            { Conclusion: Conclusion.Success } => StageOutcome.Succeeded,
            { Conclusion: Conclusion.Waiting } => StageOutcome.Waiting,
            { Conclusion: Conclusion.Skipped } => StageOutcome.Skipped,
            { IsTolerated: true } => StageOutcome.Skipped,
            _ => StageOutcome.Failed,
        };

    static string? DetailOf(JobReport job) =>
        job switch
        {
            { WasDoneBefore: true } => "done before",
            { IsTolerated: true, Conclusion: Conclusion.Failure } => $"failed, which is tolerated: {job.Reason}",
            { Conclusion: Conclusion.Cancelled } => $"cancelled: {job.Reason}",
            _ => job.Reason ?? job.Url,
        };
}
