using Slipway.Delivery.Environments;
using Slipway.Delivery.State;
using Slipway.Platforms.Local.Gateway;
using Slipway.Platforms.Local.Ports;
using Slipway.Platforms.Local.Probes;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Gateway;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Instances;

/// <summary>Looks at an environment: its records, its gateway, its supervisor and its instances. Changes nothing.</summary>
sealed class Observation(
    EnvironmentSpec environment,
    EnvironmentDirectory directory,
    GatewayClient gateway,
    SupervisorClient supervisor,
    HttpProbe probe
)
{
    public async Task<World> WorldAsync(CancellationToken cancellation) =>
        await WorldAsync(await GatewayAsync(cancellation), await ProcessesAsync(cancellation), cancellation);

    /// <summary>Where the gateway and the supervisor that answer are of another environment: as if there were none.</summary>
    public Task<World> WithoutHostsAsync(CancellationToken cancellation) => WorldAsync(status: null, [], cancellation);

    async Task<World> WorldAsync(
        GatewayStatus? status,
        IReadOnlyList<ProcessStatus> processes,
        CancellationToken cancellation
    )
    {
        var record = LocalRecord.Read(directory);
        var split = SplitOf(status, record);
        var slots = await Task.WhenAll(Slots.All.Select(slot => SlotAsync(slot, split[slot], processes, cancellation)));
        return new World
        {
            Blue = slots[0],
            Green = slots[1],
            GatewayPort = status is null ? null : new Uri(status.Listen).Port,
            MigratedBy = record.MigratedBy,
        };
    }

    /// <summary>Null while the gateway does not answer.</summary>
    public async Task<GatewayStatus?> GatewayAsync(CancellationToken cancellation)
    {
        try
        {
            return await gateway.StatusAsync(cancellation);
        }
        catch (GatewayUnavailableException)
        {
            return null;
        }
    }

    /// <summary>What the supervisor looks after; nothing while it does not answer.</summary>
    public async Task<IReadOnlyList<ProcessStatus>> ProcessesAsync(CancellationToken cancellation)
    {
        try
        {
            return (await supervisor.ListAsync(cancellation)).Processes;
        }
        catch (SupervisorUnavailableException)
        {
            return [];
        }
    }

    /// <summary>How the public requests are split.</summary>
    public async Task<Split> SplitAsync(CancellationToken cancellation) =>
        SplitOf(await GatewayAsync(cancellation), LocalRecord.Read(directory));

    static bool Is(string name, string other) => string.Equals(name, other, StringComparison.Ordinal);

    static Split SplitOf(GatewayStatus? status, LocalRecord record)
    {
        if (status is null)
            return record.Split;
        var all = status.Slots.Sum(slot => slot.Weight);
        var blue = status.Slots.FirstOrDefault(slot => Is(slot.Name, Slot.Blue.Name()))?.Weight ?? 0;
        return all == 0 ? Split.None : Split.To(Slot.Blue, (int)Math.Round(100.0 * blue / all));
    }

    // Without its supervisor nobody says which process it should be.
    static bool IsStranger(Instance instance, IReadOnlyList<ProcessStatus> processes)
    {
        var process = processes.FirstOrDefault(process => Is(process.Name, instance.Name));
        return processes.Count > 0 && PortHolder.Of(instance.Port, process?.Pid).Hold is PortHold.Stranger;
    }

    async Task<SlotState> SlotAsync(
        Slot slot,
        int traffic,
        IReadOnlyList<ProcessStatus> processes,
        CancellationToken cancellation
    )
    {
        if (SlotRecord.Read(directory, slot) is not { } record)
            return SlotState.Empty(slot) with { Traffic = traffic };

        var answers = await Task.WhenAll(
            record.Instances.Select(instance => probe.ReadyAsync(instance.Address, environment.Service, cancellation))
        );
        var healthy = answers
            .Where((answer, at) => answer.IsReady && !IsStranger(record.Instances[at], processes))
            .Count();
        // Those that were to go and are still there count as well.
        var running = processes.Count(process => slot.Owns(process.Name) && process.State == ProcessState.Running);
        // Without its supervisor an instance still runs, and is adopted when the next one starts.
        return new SlotState(slot, record.Revision, Math.Max(running, healthy), healthy, traffic);
    }
}
