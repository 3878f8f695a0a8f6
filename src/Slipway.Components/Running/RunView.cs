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
    readonly PausableSink _sink;
    readonly RunProgress _progress;
    readonly RunRecord _record;
    readonly HashSet<string> _running = new(StringComparer.OrdinalIgnoreCase);
    bool _isOpen;
    bool _isCancelled;

    public RunView(RunRecord record, Func<TimeProvider, IProgressSink> open, TimeProvider time)
    {
        _record = record;
        _sink = new PausableSink(() => open(time));
        _progress = new RunProgress(_sink, time);
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
            var (outcome, detail) = JobOutcome.Of(job);
            _progress.StageFinished(job.Key, outcome, detail);
            _isCancelled |= job.Conclusion == Conclusion.Cancelled;
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
            _progress.RunFinished(Together());
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

    StageOutcome Together() =>
        _progress.State.Stages.Any(stage => stage.Outcome == StageOutcome.Failed) ? StageOutcome.Failed
        : _progress.State.Stages.Any(stage => stage.Outcome == StageOutcome.Waiting) ? StageOutcome.Waiting
        : _isCancelled ? StageOutcome.Cancelled
        : StageOutcome.Succeeded;
}
