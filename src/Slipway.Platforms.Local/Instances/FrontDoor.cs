using System.Security.Cryptography;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Gateway;
using Slipway.Platforms.Local.Logs;
using Slipway.Platforms.Local.Ports;
using Slipway.Protocol.Gateway;

namespace Slipway.Platforms.Local.Instances;

/// <summary>The environment's gateway: opened, given routes, drained, closed.</summary>
sealed class FrontDoor(LocalSetting setting)
{
    static readonly TimeSpan s_readyLimit = TimeSpan.FromSeconds(20);
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

    /// <summary>All traffic to one slot; null: to none. Nobody can preview a slot any more.</summary>
    public async Task RouteAsync(Slot? to, EffectContext context, CancellationToken cancellation)
    {
        await setting.Gateway.SetRoutesAsync(Routes(to, context, previewKey: null), cancellation);
        _previewed.Clear();
        (LocalRecord.Read(setting.Directory) with { Routed = to }).Write(setting.Directory);
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
            var live = await setting.Observation.LiveAsync(cancellation);
            await setting.Gateway.SetRoutesAsync(Routes(live, context, _previewKey), cancellation);
            _previewed.Add(slot);
        }

        return
        [
            KeyValuePair.Create(PreviewHeaders.Key, _previewKey),
            KeyValuePair.Create(PreviewHeaders.Slot, slot.Name()),
        ];
    }

    public async Task DrainAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation)
    {
        var request = new DrainRequest(context.Token, slot.Name(), limit.TotalSeconds);
        var result = await setting.Gateway.DrainAsync(request, cancellation);
        if (!result.Drained)
            context.Progress($"{result.Remaining} requests are still in flight after {limit.TotalSeconds:0} s");
    }

    RoutesUpdate Routes(Slot? live, EffectContext context, string? previewKey) =>
        SlotRoutesTable.For(SlotRoutesTable.Read(setting.Directory), live, context.Token, previewKey);

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
