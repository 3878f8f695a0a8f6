using System.Security.Cryptography;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Gates;
using Slipway.Platforms.Local.Gateway;
using Slipway.Platforms.Local.Logs;
using Slipway.Platforms.Local.Ports;
using Slipway.Protocol.Gateway;
using LatencyBucket = Slipway.Delivery.Gates.LatencyBucket;

namespace Slipway.Platforms.Local.Instances;

/// <summary>The environment's gateway: opened, given routes, drained, closed.</summary>
sealed class FrontDoor(LocalSetting setting)
{
    static readonly TimeSpan s_readyLimit = TimeSpan.FromSeconds(20);
    static readonly TimeSpan s_fenceLimit = TimeSpan.FromSeconds(3);
    static readonly TimeSpan s_stopGrace = TimeSpan.FromSeconds(5);

    readonly string _previewKey = RandomNumberGenerator.GetHexString(32, lowercase: true);
    readonly HashSet<Slot> _previewed = [];

    public async Task OpenAsync(int port, EffectContext context, CancellationToken cancellation)
    {
        await RequirePortAsync(port, cancellation);
        var supervisor = await setting.Launcher.EnsureRunningAsync(cancellation);
        var gateway = new GatewayProcess(setting.Directory.Path, port);
        await supervisor.EnsureAsync(context.Token, gateway.Specification(setting.Hosts), cancellation);
        try
        {
            await setting.Gateway.WaitUntilReadyAsync(s_readyLimit, cancellation);
        }
        catch (GatewayUnavailableException unavailable)
        {
            throw new StepFailedException(
                new Evidence(unavailable.Message, gateway.LogFile, LogTail.Of(gateway.LogFile))
            );
        }
    }

    /// <summary>The supervisor goes too, when it has nothing left to look after.</summary>
    public async Task CloseAsync(EffectContext context, CancellationToken cancellation)
    {
        var supervisor = await setting.Launcher.EnsureRunningAsync(cancellation);
        await supervisor.StopAsync(context.Token, GatewayProcess.Name, s_stopGrace, cancellation);
        var left = await supervisor.ListAsync(cancellation);
        if (left.Processes.Count == 0)
            await supervisor.ShutdownAsync(context.Token, stopProcesses: true, cancellation);
    }

    /// <summary>Shows the token to the gateway, where one runs.</summary>
    public async Task FenceAsync(EffectContext context, CancellationToken cancellation)
    {
        var processes = await setting.Observation.ProcessesAsync(cancellation);
        if (!processes.Any(process => string.Equals(process.Name, GatewayProcess.Name, StringComparison.Ordinal)))
            return;
        try
        {
            await setting.Gateway.WaitUntilReadyAsync(s_fenceLimit, cancellation);
            // Of a slot that it does not know nothing is in flight: all that this does is to show the token, and one that
            // was started by an older Slipway understands it.
            await setting.Gateway.DrainAsync(new DrainRequest(context.Token, "none", TimeoutSeconds: 0), cancellation);
        }
        catch (GatewayUnavailableException)
        {
            // It routes nothing as long as it does not answer, and sees the token with the first thing it is asked.
        }
    }

    /// <summary>Nobody can preview a slot any more.</summary>
    public Task RouteAsync(Split split, EffectContext context, CancellationToken cancellation) =>
        RouteAsync(split, holdSeconds: 0, context, cancellation);

    public Task HoldAsync(TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        RouteAsync(Split.None, limit.TotalSeconds, context, cancellation);

    /// <summary>The same traffic over the instances that the slots have now.</summary>
    public async Task RefreshAsync(EffectContext context, CancellationToken cancellation)
    {
        if (await setting.Observation.GatewayAsync(cancellation) is not null)
            await RefreshAsync(_previewed.Count > 0 ? _previewKey : null, context, cancellation);
    }

    /// <summary>The headers that reach a slot whatever its traffic; the routes are made to accept them first.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> PreviewAsync(
        Slot slot,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        if (!_previewed.Contains(slot))
        {
            await RefreshAsync(_previewKey, context, cancellation);
            _previewed.Add(slot);
        }

        return
        [
            KeyValuePair.Create(PreviewHeaders.Key, _previewKey),
            KeyValuePair.Create(PreviewHeaders.Slot, slot.Name()),
        ];
    }

    public Task DrainAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        DrainAsync(slot, instance: null, limit, context, cancellation);

    /// <summary>One instance, which must have left the routing table; null: all of the slot.</summary>
    public async Task DrainAsync(
        Slot slot,
        string? instance,
        TimeSpan limit,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var request = new DrainRequest(context.Token, slot.Name(), limit.TotalSeconds, instance);
        var gateway = await UpAsync(cancellation);
        var result = await gateway.DrainAsync(request, cancellation);
        if (!result.Drained)
            context.Progress($"{result.Remaining} requests are still in flight after {limit.TotalSeconds:0} s");
    }

    /// <summary>What was counted of the revision that is in the slot now.</summary>
    public async Task<SlotStatistics> StatisticsAsync(Slot slot, CancellationToken cancellation)
    {
        var counted = Counted(slot, await (await UpAsync(cancellation)).StatusAsync(cancellation));
        return SlotRecord.Read(setting.Directory, slot)?.CountedBefore is { } before ? counted.After(before) : counted;
    }

    /// <summary>What was counted in the slot, whatever was in it; null while the gateway does not answer.</summary>
    public async Task<SlotStatistics?> CountedAsync(Slot slot, CancellationToken cancellation) =>
        await setting.Observation.GatewayAsync(cancellation) is { } status ? Counted(slot, status) : null;

    static SlotStatistics Counted(Slot slot, GatewayStatus status) =>
        status.Slots.FirstOrDefault(counted => string.Equals(counted.Name, slot.Name(), StringComparison.Ordinal))
            is { } found
            ? new SlotStatistics(
                status.StartedAt,
                found.Requests,
                found.Errors,
                [.. found.Latency.Buckets.Select(bucket => new LatencyBucket(bucket.UpTo, bucket.Count))]
            )
            : SlotStatistics.Nothing(status.StartedAt);

    async Task RouteAsync(Split split, double holdSeconds, EffectContext context, CancellationToken cancellation)
    {
        await SetAsync(split, holdSeconds, previewKey: null, context, cancellation);
        _previewed.Clear();
        context.Guard(() =>
        {
            var record = LocalRecord.Read(setting.Directory) with
            {
                Routed = null,
                Traffic = split,
                HoldSeconds = holdSeconds,
            };
            record.Write(setting.Directory);
        });
    }

    async Task RefreshAsync(string? previewKey, EffectContext context, CancellationToken cancellation)
    {
        var split = await setting.Observation.SplitAsync(cancellation);
        var hold = LocalRecord.Read(setting.Directory).HoldSeconds;
        await SetAsync(split, hold, previewKey, context, cancellation);
    }

    async Task SetAsync(
        Split split,
        double holdSeconds,
        string? previewKey,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var slots = SlotRoutesTable.Read(setting.Directory);
        var routes = SlotRoutesTable.For(slots, split, context.Token, previewKey, holdSeconds);
        var gateway = await UpAsync(cancellation);
        await gateway.SetRoutesAsync(routes, cancellation);
    }

    /// <summary>One that has just died is back within seconds, because the supervisor starts it again.</summary>
    async Task<GatewayClient> UpAsync(CancellationToken cancellation)
    {
        await setting.Launcher.EnsureRunningAsync(cancellation);
        await setting.Gateway.WaitUntilReadyAsync(s_readyLimit, cancellation);
        return setting.Gateway;
    }

    async Task RequirePortAsync(int port, CancellationToken cancellation)
    {
        if (LoopbackPorts.IsFree(port))
            return;
        var answers = await setting.Observation.GatewayAsync(cancellation);
        var isOurs = answers is null
            // It may just be starting; if it is not, its log says what is wrong.
            ? (await setting.Observation.ProcessesAsync(cancellation)).Any(process =>
                string.Equals(process.Name, GatewayProcess.Name, StringComparison.Ordinal)
            )
            : new Uri(answers.Listen).Port == port;
        if (!isOurs)
        {
            throw new StepFailedException(
                $"Port {port} of 127.0.0.1 is taken by another process. End that one, or move all addresses of Slipway "
                    + "with --port-base."
            );
        }
    }
}
