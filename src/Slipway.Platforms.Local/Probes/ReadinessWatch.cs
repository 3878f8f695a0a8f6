using System.Globalization;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Logs;
using Slipway.Platforms.Local.Ports;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Probes;

/// <summary>Waits until every instance of a slot is ready, and no longer than one of them can still become so.</summary>
sealed class ReadinessWatch(HttpProbe probe, SupervisorClient supervisor, ServiceContract service, TimeProvider time)
{
    static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(100);

    /// <exception cref="StepFailedException">
    /// One has exited, cannot be started, is answered for by another process, or is not ready within the limit; with the end
    /// of its log.
    /// </exception>
    public async Task WaitAsync(
        IReadOnlyList<Instance> instances,
        TimeSpan limit,
        Action<string> progress,
        CancellationToken cancellation
    )
    {
        var began = time.GetTimestamp();
        var said = "";
        while (true)
        {
            var processes = (await supervisor.ListAsync(cancellation)).Processes;
            var standings = await Task.WhenAll(
                instances.Select(instance =>
                    LookAsync(instance, processes.FirstOrDefault(process => Is(process, instance)), cancellation)
                )
            );
            if (Array.Find(standings, standing => !standing.IsReady) is not { } first)
                return;
            foreach (var standing in standings.Where(standing => !standing.IsReady))
                RequireHope(standing);
            if (time.GetElapsedTime(began) >= limit)
                throw TooLate(first, limit);

            var line = $"{standings.Count(standing => standing.IsReady)} of {standings.Length} ready";
            if (!string.Equals(line, said, StringComparison.Ordinal))
                progress(said = line);
            await Task.Delay(s_between, time, cancellation);
        }
    }

    async Task<Standing> LookAsync(Instance instance, ProcessStatus? process, CancellationToken cancellation)
    {
        var holder = PortHolder.Of(instance.Port, process?.Pid);
        var answer = await probe.ReadyAsync(instance.Address, service, cancellation);
        // Who listens there before and after has listened in between: the answer is its own.
        var isReady =
            answer.IsReady && process?.Pid is { } pid && holder.MayBeOwn && PortHolder.Of(instance.Port, pid).MayBeOwn;
        return new Standing(instance, process, holder, answer, isReady);
    }

    static void RequireHope(Standing standing)
    {
        if (standing.StrangerFault is { } fault)
        {
            var log = standing.Process!.LogFile;
            throw new StepFailedException(new Evidence(fault, log, LogTail.Of(log)));
        }

        // One that answers and began to listen only now is looked at once more.
        if (!(standing.Answer.IsReady && standing.IsRunning))
            RequireAlive(standing.Process, standing.Instance);
    }

    static bool Is(ProcessStatus process, Instance instance) =>
        string.Equals(process.Name, instance.Name, StringComparison.Ordinal);

    static void RequireAlive(ProcessStatus? process, Instance instance)
    {
        // One that is not ready and was restarted has exited before it ever became ready.
        if (process is { State: ProcessState.Running, Restarts: 0 })
            return;

        var how = process switch
        {
            null => "is not there any more",
            { Error: { } error } => $"could not be started: {error}",
            { LastExitCode: { } code } => string.Create(
                CultureInfo.InvariantCulture,
                $"exited with code {code} before it was ready"
            ),
            _ => "exited before it was ready",
        };
        throw new StepFailedException(
            new Evidence(
                $"Instance {instance.Name} {how}.",
                process?.LogFile,
                process is null ? [] : LogTail.Of(process.LogFile)
            )
        );
    }

    static StepFailedException TooLate(Standing standing, TimeSpan limit)
    {
        var log = standing.Process?.LogFile;
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Instance {standing.Instance.Name} was not ready within {limit.TotalSeconds:0} s; it last said: {standing.Answer}"
        );
        return new StepFailedException(new Evidence(message, log, log is null ? [] : LogTail.Of(log)));
    }
}
