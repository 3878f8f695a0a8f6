using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Logs;
using Slipway.Platforms.Local.Probes;

namespace Slipway.Platforms.Local.Databases;

/// <summary>
/// One instance on a scratch database, at a port that no gateway knows. The supervisor runs it, so that it is found and
/// ended when the deployer is killed.
/// </summary>
sealed class RehearsalInstance(LocalSetting setting, InstanceCommand command, string logFile)
{
    const string Name = "rehearsal";

    static readonly TimeSpan s_stopGrace = TimeSpan.FromSeconds(5);

    /// <exception cref="StepFailedException">It does not become ready, or a check finds a fault; with the end of its log.</exception>
    public async Task ProveAsync(
        Revision revision,
        IReadOnlyList<SmokeCheck> checks,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var slots = SlotRoutesTable.Read(setting.Directory).SelectMany(slot => slot.Value.Instances);
        var named = slots.Select(live => live.Port).ToList();
        var instance = new Instance(Name, setting.Ports.Take(Name, named, count: 1)[0]);
        var supervisor = await setting.Launcher.EnsureRunningAsync(cancellation);
        await supervisor.EnsureAsync(context.Token, command.Specification(Name, instance, logFile), cancellation);
        try
        {
            var watch = new ReadinessWatch(setting.Probe, supervisor, setting.Environment.Service, setting.Time);
            await watch.WaitAsync([instance], setting.Environment.ReadyTimeout, context.Progress, cancellation);
            foreach (var check in checks)
                await AskAsync(instance, revision, check, cancellation);
        }
        finally
        {
            await supervisor.StopAsync(context.Token, Name, s_stopGrace, CancellationToken.None);
        }
    }

    /// <summary>Ends the one that a killed run has left.</summary>
    public static async Task StopAsync(LocalSetting setting, EffectContext context, CancellationToken cancellation)
    {
        var processes = await setting.Observation.ProcessesAsync(cancellation);
        if (processes.Any(process => string.Equals(process.Name, Name, StringComparison.Ordinal)))
            await setting.Launcher.Client.StopAsync(context.Token, Name, s_stopGrace, cancellation);
    }

    async Task AskAsync(Instance instance, Revision revision, SmokeCheck check, CancellationToken cancellation)
    {
        var answer = await setting.Probe.AskAsync(
            new HttpMethod(check.Method),
            new Uri(instance.Address, check.Path),
            [],
            TimeSpan.FromSeconds(check.LimitSeconds),
            cancellation
        );
        var fault = answer.Status is { } status
            ? SmokeJudge.Fault(check, revision, status, answer.Body)
            : $"did not answer: {answer.Body}";
        if (fault is null)
            return;
        var message = $"Smoke check {check.Method} {check.Path} {fault}.";
        throw new StepFailedException(new Evidence(message, logFile, LogTail.Of(logFile)));
    }
}
