using System.Globalization;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Logs;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Probes;

/// <summary>Waits until every instance of a slot is ready, and no longer than one of them can still become so.</summary>
sealed class ReadinessWatch(HttpProbe probe, SupervisorClient supervisor, ServiceContract service, TimeProvider time)
{
    static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(100);

    /// <exception cref="StepFailedException">
    /// One has exited, cannot be started, or is not ready within the limit; with the end of its log.
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
            var answers = await Task.WhenAll(
                instances.Select(instance => probe.ReadyAsync(instance.Address, service, cancellation))
            );
            if (Array.TrueForAll(answers, answer => answer.IsReady))
                return;

            var first = Array.FindIndex(answers, answer => !answer.IsReady);
            var status = (await supervisor.ListAsync(cancellation)).Processes;
            for (var index = first; index < instances.Count; index++)
            {
                if (!answers[index].IsReady)
                    RequireAlive(status.FirstOrDefault(process => Is(process, instances[index])), instances[index]);
            }

            if (time.GetElapsedTime(began) >= limit)
                throw TooLate(instances[first], answers[first], limit, status);

            var line = $"{answers.Count(answer => answer.IsReady)} of {answers.Length} ready";
            if (!string.Equals(line, said, StringComparison.Ordinal))
                progress(said = line);
            await Task.Delay(s_between, time, cancellation);
        }
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

    static StepFailedException TooLate(
        Instance instance,
        ProbeAnswer answer,
        TimeSpan limit,
        IReadOnlyList<ProcessStatus> status
    )
    {
        var log = status.FirstOrDefault(process => Is(process, instance))?.LogFile;
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Instance {instance.Name} was not ready within {limit.TotalSeconds:0} s; it last said: {answer}"
        );
        return new StepFailedException(new Evidence(message, log, log is null ? [] : LogTail.Of(log)));
    }
}
