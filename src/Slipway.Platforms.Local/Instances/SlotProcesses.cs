using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Ports;
using Slipway.Platforms.Local.Supervision;

namespace Slipway.Platforms.Local.Instances;

/// <summary>The processes of the slots: started and stopped through the supervisor.</summary>
sealed class SlotProcesses(LocalSetting setting, FrontDoor door)
{
    /// <summary>What an instance gets beyond the drain before it is killed.</summary>
    static readonly TimeSpan s_extraGrace = TimeSpan.FromSeconds(5);

    public async Task StartAsync(
        Slot slot,
        Revision revision,
        int instances,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var command = setting.Unpack(revision, cancellation);
        var supervisor = await setting.Launcher.EnsureRunningAsync(cancellation);
        var record = SlotRecord.Read(setting.Directory, slot);
        if (record is null || record.Revision != revision || record.Instances.Count != instances)
        {
            await EndAsync(supervisor, slot, context, cancellation);
            record = Record(slot, revision, instances);
            record.Write(setting.Directory, slot);
        }

        foreach (var instance in record.Instances)
        {
            var log = setting.LogFile(slot, instance.Name, revision);
            await supervisor.EnsureAsync(context.Token, command.Specification(slot, instance, log), cancellation);
        }
    }

    public async Task StopAsync(Slot slot, EffectContext context, CancellationToken cancellation)
    {
        await EndAsync(await setting.Launcher.EnsureRunningAsync(cancellation), slot, context, cancellation);
        SlotRecord.Delete(setting.Directory, slot);
    }

    SlotRecord Record(Slot slot, Revision revision, int instances)
    {
        var ports = LoopbackPorts.Find($"{setting.Directory.Path} {slot.Name()}", instances);
        return new SlotRecord(
            revision,
            [.. ports.Select((port, index) => new Instance($"{slot.Name()}-{index + 1}", port))]
        );
    }

    async Task EndAsync(SupervisorClient supervisor, Slot slot, EffectContext context, CancellationToken cancellation)
    {
        var running = (await supervisor.ListAsync(cancellation))
            .Processes.Select(process => process.Name)
            .Where(name => name.StartsWith(slot.Name() + "-", StringComparison.Ordinal))
            .ToList();
        if (running.Count == 0)
            return;

        var drain = setting.Environment.DrainTimeout;
        var isIdle = await setting.Observation.LiveAsync(cancellation) != slot;
        if (isIdle && await setting.Observation.GatewayAsync(cancellation) is not null)
            await door.DrainAsync(slot, drain, context, cancellation);
        await Task.WhenAll(
            running.Select(name => supervisor.StopAsync(context.Token, name, drain + s_extraGrace, cancellation))
        );
    }
}
