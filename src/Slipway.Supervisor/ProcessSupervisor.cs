using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Slipway.Protocol.Supervision;
using Slipway.Supervisor.Logs;
using Slipway.Supervisor.Processes;
using Slipway.Supervisor.State;

namespace Slipway.Supervisor;

/// <summary>
/// Keeps the processes of one environment as they should be. What should run is on disk before it is started, and what
/// should end before it is asked to: a supervisor that dies anywhere is followed by one that finds, adopts and finishes.
/// </summary>
/// <param name="file">What should run.</param>
/// <param name="time">The clock.</param>
/// <param name="random">From 0 to 1.</param>
/// <param name="complain">Takes one line about something that failed behind everybody's back.</param>
sealed partial class ProcessSupervisor(StateFile file, TimeProvider time, Func<double> random, Action<string> complain)
{
    /// <summary>What a process gets between SIGTERM and SIGKILL when it is replaced or the supervisor is shut down.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    const double MaxGraceSeconds = 3600;

    readonly DateTimeOffset _startedAt = time.GetUtcNow();
    readonly BoundProcesses _bound = new(file, time);
    readonly ConcurrentDictionary<string, SupervisedProcess> _processes = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Adopts or starts what should run, and goes on ending what an earlier supervisor was ending.</summary>
    public void Resume()
    {
        foreach (var record in file.Current.Processes)
        {
            StartNew(record);
            if (record.StopGraceSeconds is { } grace)
                _ = InTurnAsync(record.Specification.Name, () => StopAsync(record, TimeSpan.FromSeconds(grace)));
        }
    }

    /// <summary>Never throws for what a request asks for.</summary>
    public async Task<SupervisorResponse> HandleAsync(SupervisorRequest request)
    {
        try
        {
            return request switch
            {
                EnsureRequest ensure => await InTurnAsync(ensure.Process.Name, () => EnsureAsync(ensure)),
                StopRequest stop => await InTurnAsync(stop.Name, () => StopAsync(stop)),
                ShutdownRequest shutdown => await ShutdownAsync(shutdown),
                FenceRequest fence => await StaleAsync(fence.Token) ?? new SupervisorResponse(SupervisorOutcome.Ok),
                BindRequest bind => await BindAsync(bind),
                _ => new SupervisorResponse(SupervisorOutcome.Ok, Status: Status()),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refused($"The state cannot be written, so nothing was changed: {failure.Message}");
        }
    }

    /// <summary>Rotates every log that has grown large.</summary>
    public void RotateLogs()
    {
        foreach (var process in _processes.Values)
        {
            try
            {
                LogRotation.RotateIfLarge(process.Specification.LogFile);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                complain($"{process.Specification.LogFile} cannot be rotated: {failure.Message}");
            }
        }
    }

    async Task<SupervisorResponse> EnsureAsync(EnsureRequest ensure)
    {
        var specification = ensure.Process;
        if (Problem(specification) is { } problem)
            return Refused(problem);
        if (await StaleAsync(ensure.Token) is { } stale)
            return stale;

        var name = specification.Name;
        if (_processes.TryGetValue(name, out var running))
        {
            if (running.Status().State == ProcessState.Running && running.Specification.SameAs(specification))
                return Done(running.Status());
            // What should run is the old one no longer: to die here must not bring it back.
            file.Update(state => state.With(Stopping(state, name, Grace)));
            await running.StopAsync(Grace);
        }

        var record = new ProcessRecord(specification, $"{name}-{Guid.NewGuid():N}");
        file.Update(state => state.With(record));
        return Done(StartNew(record).Status());
    }

    async Task<SupervisorResponse> BindAsync(BindRequest bind)
    {
        if (await StaleAsync(bind.Token) is { } stale)
            return stale;
        if (ProcessTable.Identify(bind.Pid) is not { } process)
            return Refused($"There is no process {bind.Pid}.");
        return _bound.TryBind(process, bind.Token)
            ? new SupervisorResponse(SupervisorOutcome.Ok)
            : StaleToken(bind.Token);
    }

    async Task<SupervisorResponse> StopAsync(StopRequest stop)
    {
        if (stop.GraceSeconds is not (>= 0 and <= MaxGraceSeconds))
            return Refused($"graceSeconds must be from 0 to {MaxGraceSeconds}.");
        if (await StaleAsync(stop.Token) is { } stale)
            return stale;
        var record = file.Current.Processes.FirstOrDefault(each => IsNamed(each, stop.Name));
        return record is null
            ? Done(new ProcessStatus(stop.Name, null, null, 0, ProcessState.Stopped, null, ""))
            : await StopAsync(record, TimeSpan.FromSeconds(stop.GraceSeconds));
    }

    async Task<SupervisorResponse> StopAsync(ProcessRecord record, TimeSpan grace)
    {
        var name = record.Specification.Name;
        file.Update(state => state.With(Stopping(state, name, grace)));
        var status = await _processes[name].StopAsync(grace);
        _processes.TryRemove(name, out _);
        file.Update(state => state.Without(name));
        return Done(status);
    }

    async Task<SupervisorResponse> ShutdownAsync(ShutdownRequest shutdown)
    {
        if (await StaleAsync(shutdown.Token) is { } stale)
            return stale;
        if (shutdown.StopProcesses)
        {
            await Task.WhenAll(
                file.Current.Processes.Select(record =>
                    InTurnAsync(record.Specification.Name, () => StopAsync(record, Grace))
                )
            );
        }

        return new SupervisorResponse(SupervisorOutcome.Ok);
    }

    SupervisedProcess StartNew(ProcessRecord record)
    {
        var process = new SupervisedProcess(record, time, random, Remember);
        _processes[record.Specification.Name] = process;
        process.Start();
        return process;
    }

    // A pid that could not be written down is found again by its mark.
    void Remember(ProcessRecord record)
    {
        try
        {
            file.Update(state =>
                state.Processes.Any(each => string.Equals(each.Mark, record.Mark, StringComparison.Ordinal))
                    ? state.With(record)
                    : state
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            complain($"The state cannot be written: {failure.Message}");
        }
    }

    // One after another for each name, so that a stop and an ensure of the same process never mix.
    async Task<SupervisorResponse> InTurnAsync(string name, Func<Task<SupervisorResponse>> work)
    {
        var turn = _turns.GetOrAdd(name, _ => new SemaphoreSlim(1));
        await turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Refuses an older token. A newer one is on disk, and what is bound to older ones has ended, before anything is done
    /// in its name.
    /// </summary>
    async Task<SupervisorResponse?> StaleAsync(long token)
    {
        file.Update(state => state.Seen(token));
        if (token < file.Current.Token)
            return StaleToken(token);
        return await _bound.EndOlderAsync(token) is { } left
            ? Refused(
                $"Process {left.Pid}, which an older lease has started, cannot be ended: look at what it waits for."
            )
            : null;
    }

    SupervisorResponse StaleToken(long token)
    {
        var current = file.Current.Token;
        return new SupervisorResponse(
            SupervisorOutcome.StaleToken,
            $"Token {token} is stale: {current} has been seen.",
            current
        );
    }

    SupervisorStatus Status() =>
        new(
            Environment.ProcessId,
            _startedAt,
            typeof(ProcessSupervisor).Assembly.Location,
            file.Current.Token,
            [.. _processes.Values.Select(each => each.Status()).OrderBy(each => each.Name, StringComparer.Ordinal)]
        );

    static ProcessRecord Stopping(SupervisorState state, string name, TimeSpan grace) =>
        state.Processes.First(each => IsNamed(each, name)) with
        {
            StopGraceSeconds = grace.TotalSeconds,
        };

    static bool IsNamed(ProcessRecord record, string name) =>
        string.Equals(record.Specification.Name, name, StringComparison.Ordinal);

    static string? Problem(ProcessSpecification process) =>
        !Name().IsMatch(process.Name) ? $"'{process.Name}' is not a name of 1 to 100 letters, digits, '.', '-' and '_'."
        : !Path.IsPathRooted(process.WorkingDirectory) ? $"The working directory of {process.Name} must be absolute."
        : !Path.IsPathRooted(process.LogFile) ? $"The log file of {process.Name} must be absolute."
        : process.Command.Length == 0 ? $"The command of {process.Name} is empty."
        : null;

    static SupervisorResponse Done(ProcessStatus process) => new(SupervisorOutcome.Ok, Process: process);

    static SupervisorResponse Refused(string error) => new(SupervisorOutcome.Refused, error);

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,100}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
