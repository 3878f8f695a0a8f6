using Slipway.Protocol.Supervision;
using Slipway.Supervisor.Processes;
using Slipway.Supervisor.State;

namespace Slipway.Supervisor;

/// <summary>One process from its ensure to its stop: started, watched, started again.</summary>
/// <param name="record">As on disk.</param>
/// <param name="time">The clock of delays.</param>
/// <param name="random">From 0 to 1, for the spread of delays.</param>
/// <param name="remember">Writes a changed record down.</param>
sealed class SupervisedProcess(
    ProcessRecord record,
    TimeProvider time,
    Func<double> random,
    Action<ProcessRecord> remember
)
{
    readonly Lock _lock = new();
    readonly TaskCompletionSource<TimeSpan> _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    ProcessRecord _record = record;
    ProcessState _state = ProcessState.BackingOff;
    RunningProcess? _running;
    int? _lastExitCode;
    string? _error;
    Task _watching = Task.CompletedTask;

    public ProcessSpecification Specification => _record.Specification;

    public ProcessStatus Status()
    {
        lock (_lock)
        {
            return new ProcessStatus(
                Specification.Name,
                _running?.Identity?.Pid,
                _running?.StartedAt,
                _record.Restarts,
                _state,
                _lastExitCode,
                Specification.LogFile,
                _error
            );
        }
    }

    /// <summary>Adopts the process when it runs already, else starts it; it is watched from then on.</summary>
    public void Start()
    {
        if (Find() is { } found)
            Adopt(found);
        else if (_record.StopGraceSeconds is null)
            TryStart();
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>SIGTERM, SIGKILL to the whole group after the grace; returns when it is gone.</summary>
    public async Task<ProcessStatus> StopAsync(TimeSpan grace)
    {
        lock (_lock)
            _state = ProcessState.Stopping;
        _stop.TrySetResult(grace);
        await _watching;
        lock (_lock)
            _state = ProcessState.Stopped;
        return Status();
    }

    ProcessIdentity? Find() =>
        _record.Identity is { } identity && ProcessTable.IsAlive(identity)
            ? identity
            : ProcessTable.FindLeader(ProcessStarter.MarkVariable, _record.Mark);

    void Adopt(ProcessIdentity identity) =>
        Set(RunningProcess.Adopted(identity, _record.StartedAt ?? time.GetUtcNow(), time));

    void TryStart()
    {
        try
        {
            Set(ProcessStarter.Start(Specification, _record.Mark, time));
        }
        catch (CannotStartException cannot)
        {
            lock (_lock)
            {
                if (_state != ProcessState.Stopping)
                    _state = ProcessState.Failed;
                _error = cannot.Message;
            }
        }
    }

    void Set(RunningProcess running)
    {
        lock (_lock)
        {
            _running = running;
            if (_state != ProcessState.Stopping)
                _state = ProcessState.Running;
            _error = null;
            _record = _record with { Identity = running.Identity, StartedAt = running.StartedAt };
        }

        remember(_record);
    }

    // The only one that starts and ends the process: a stop is a word to this loop, so the two cannot cross.
    async Task WatchAsync()
    {
        var failures = 0;
        while (_running is { } running)
        {
            await Task.WhenAny(running.Exited, _stop.Task);
            if (_stop.Task.IsCompleted)
                await EndAsync(running, await _stop.Task);
            var exitCode = await running.Exited;
            // What it started and left behind may hold its port.
            if (running.Identity is { } identity)
                Signals.EndGroup(identity);
            Ended(exitCode);

            failures = BackOff.Failures(failures, time.GetElapsedTime(running.Since));
            await Task.WhenAny(_stop.Task, Task.Delay(BackOff.Delay(failures, random()), time));
            if (_stop.Task.IsCompleted)
                return;
            lock (_lock)
                _record = _record with { Restarts = _record.Restarts + 1 };
            TryStart();
        }
    }

    async Task EndAsync(RunningProcess running, TimeSpan grace)
    {
        if (running.Identity is not { } identity)
            return;
        Signals.AskToEnd(identity);
        await Task.WhenAny(running.Exited, Task.Delay(grace, time));
        Signals.End(identity);
    }

    void Ended(int? exitCode)
    {
        lock (_lock)
        {
            _running = null;
            _lastExitCode = exitCode;
            if (_state == ProcessState.Running)
                _state = ProcessState.BackingOff;
        }
    }
}
