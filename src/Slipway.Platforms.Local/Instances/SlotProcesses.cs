using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
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
        // One that is started again on the way back gets the settings of today.
        revision = revision with
        {
            Configuration = setting.Environment.ConfigurationDigest,
        };
        var command = setting.Unpack(revision, cancellation);
        var supervisor = await setting.Launcher.EnsureRunningAsync(cancellation);
        var record = SlotRecord.Read(setting.Directory, slot);
        if (
            record is null
            || record.Revision != revision
            || record.Instances.Count != instances
            || !setting.Ports.Keep(PortsOf(record.Instances))
        )
        {
            await EndAsync(supervisor, slot, context, cancellation);
            record = new SlotRecord(revision, Grown(slot, [], instances))
            {
                CountedBefore = await door.CountedAsync(slot, cancellation),
            };
            Write(record, slot, context);
        }

        await EnsureAsync(supervisor, command, slot, record, context, cancellation);
        await EndSurplusAsync(supervisor, slot, record, context, cancellation);
    }

    public async Task ScaleAsync(
        Slot slot,
        Revision revision,
        int instances,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var record = SlotRecord.Read(setting.Directory, slot);
        if (instances == 0)
            await StopAsync(slot, context, cancellation);
        else if (record is null || !string.Equals(record.Revision.Digest, revision.Digest, StringComparison.Ordinal))
            await StartAsync(slot, revision, instances, context, cancellation);
        else
            await ScaleAsync(slot, record, instances, context, cancellation);
    }

    public async Task StopAsync(Slot slot, EffectContext context, CancellationToken cancellation)
    {
        await EndAsync(await setting.Launcher.EnsureRunningAsync(cancellation), slot, context, cancellation);
        context.Guard(() => SlotRecord.Delete(setting.Directory, slot));
    }

    async Task ScaleAsync(
        Slot slot,
        SlotRecord record,
        int instances,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var command = setting.Unpack(record.Revision, cancellation);
        var supervisor = await setting.Launcher.EnsureRunningAsync(cancellation);
        // Written first: an instance that is to go must not come back into the routing table, whoever writes it next.
        record = record with
        {
            Instances = [.. record.Instances.Take(instances)],
        };
        Write(record, slot, context);
        await EndSurplusAsync(supervisor, slot, record, context, cancellation);

        record = record with { Instances = Grown(slot, record.Instances, instances) };
        Write(record, slot, context);
        await EnsureAsync(supervisor, command, slot, record, context, cancellation);
    }

    void Write(SlotRecord record, Slot slot, EffectContext context) =>
        context.Guard(() => record.Write(setting.Directory, slot));

    async Task EnsureAsync(
        SupervisorClient supervisor,
        InstanceCommand command,
        Slot slot,
        SlotRecord record,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        foreach (var instance in record.Instances)
        {
            var log = setting.LogFile(slot, instance.Name, record.Revision);
            await supervisor.EnsureAsync(
                context.Token,
                command.Specification(slot.Name(), instance, log),
                cancellation
            );
        }
    }

    IReadOnlyList<Instance> Grown(Slot slot, IReadOnlyList<Instance> instances, int count)
    {
        var others = Slots.All.Where(other => other != slot).SelectMany(other => Recorded(other));
        var named = PortsOf([.. others, .. instances]);
        var ports = setting.Ports.Take(slot.Name(), named, count - instances.Count);
        return
        [
            .. instances,
            .. ports.Select((port, index) => new Instance(slot.Instance(instances.Count + index + 1), port)),
        ];
    }

    IReadOnlyList<Instance> Recorded(Slot slot) => SlotRecord.Read(setting.Directory, slot)?.Instances ?? [];

    static IReadOnlyCollection<int> PortsOf(IReadOnlyList<Instance> instances) =>
        [.. instances.Select(instance => instance.Port)];

    /// <summary>Ends what runs in the slot beyond its record: out of the routing table first, then drained.</summary>
    async Task EndSurplusAsync(
        SupervisorClient supervisor,
        Slot slot,
        SlotRecord record,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var kept = record.Instances.Select(instance => instance.Name).ToHashSet(StringComparer.Ordinal);
        var surplus = (await RunningAsync(supervisor, slot, cancellation)).Where(name => !kept.Contains(name)).ToList();
        if (surplus.Count == 0)
            return;
        await door.RefreshAsync(context, cancellation);
        if (await setting.Observation.GatewayAsync(cancellation) is not null)
        {
            var limit = setting.Environment.DrainTimeout;
            await Task.WhenAll(surplus.Select(name => door.DrainAsync(slot, name, limit, context, cancellation)));
        }

        await EndAsync(supervisor, surplus, context, cancellation);
    }

    async Task EndAsync(SupervisorClient supervisor, Slot slot, EffectContext context, CancellationToken cancellation)
    {
        var running = await RunningAsync(supervisor, slot, cancellation);
        if (running.Count == 0)
            return;

        var isIdle = (await setting.Observation.SplitAsync(cancellation))[slot] == 0;
        if (isIdle && await setting.Observation.GatewayAsync(cancellation) is not null)
            await door.DrainAsync(slot, setting.Environment.DrainTimeout, context, cancellation);
        await EndAsync(supervisor, running, context, cancellation);
    }

    async Task EndAsync(
        SupervisorClient supervisor,
        IReadOnlyList<string> processes,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var grace = setting.Environment.DrainTimeout + s_extraGrace;
        await Task.WhenAll(processes.Select(name => supervisor.StopAsync(context.Token, name, grace, cancellation)));
    }

    static async Task<IReadOnlyList<string>> RunningAsync(
        SupervisorClient supervisor,
        Slot slot,
        CancellationToken cancellation
    ) =>
        [
            .. (await supervisor.ListAsync(cancellation))
                .Processes.Select(process => process.Name)
                .Where(name => slot.Owns(name)),
        ];
}
