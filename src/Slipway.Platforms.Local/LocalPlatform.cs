using System.Security.Cryptography;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Images;
using Slipway.Platforms.Local.Gateway;
using Slipway.Platforms.Local.Instances;
using Slipway.Platforms.Local.Logs;
using Slipway.Platforms.Local.Ports;
using Slipway.Platforms.Local.Probes;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Files;
using Slipway.Protocol.Gateway;

namespace Slipway.Platforms.Local;

/// <summary>
/// Instances as processes on this machine, behind a gateway on the environment's port, looked after by a supervisor that
/// outlives the build.
/// </summary>
/// <param name="environment">What is wanted.</param>
/// <param name="state">Where its state is kept; images are unpacked below it.</param>
/// <param name="store">Where the images were pushed.</param>
/// <param name="hosts">The gateway's and the supervisor's programs; default: those beside the running build.</param>
public sealed class LocalPlatform(
    EnvironmentSpec environment,
    StateDirectory state,
    OciStore store,
    HostFiles? hosts = null,
    TimeProvider? time = null
) : IPlatform, IDisposable
{
    static readonly TimeSpan s_gatewayLimit = TimeSpan.FromSeconds(20);

    /// <summary>What a process gets beyond the drain before it is killed.</summary>
    static readonly TimeSpan s_extraGrace = TimeSpan.FromSeconds(5);

    readonly EnvironmentSpec _environment = environment.Require();
    readonly EnvironmentDirectory _directory = state.Environment(environment.Name);
    readonly HostFiles _hosts = hosts ?? HostFiles.BesideBuild(state.Path);
    readonly TimeProvider _time = time ?? TimeProvider.System;
    readonly HttpProbe _probe = new();
    readonly HashSet<Slot> _previewed = [];
    readonly string _previewKey = RandomNumberGenerator.GetHexString(32, lowercase: true);
    GatewayClient? _gateway;

    public string Name => "local";

    public Uri Url => new($"http://127.0.0.1:{_environment.Port}");

    GatewayClient Gateway =>
        _gateway ??= new GatewayClient(new GatewayProcess(_directory.Path, _environment.Port).AdminSocket, _time);

    SupervisorLauncher Launcher => new(_directory.Path, _hosts);

    Observation Observation => new(_environment, _directory, Gateway, Launcher.Client, _probe);

    public Task<World> ObserveAsync(CancellationToken cancellation) =>
        _directory.Exists ? Observation.WorldAsync(cancellation) : Task.FromResult(World.Empty);

    public Task OpenGatewayAsync(int port, EffectContext context, CancellationToken cancellation) =>
        ExplainAsync(async () =>
        {
            await RequirePortAsync(port, cancellation);
            var supervisor = await Launcher.EnsureRunningAsync(cancellation);
            var gateway = new GatewayProcess(_directory.Path, port);
            await supervisor.EnsureAsync(context.Token, gateway.Specification(_hosts), cancellation);
            await AwaitGatewayAsync(gateway, cancellation);
        });

    public Task CloseGatewayAsync(EffectContext context, CancellationToken cancellation) =>
        ExplainAsync(async () =>
        {
            var supervisor = await Launcher.EnsureRunningAsync(cancellation);
            await supervisor.StopAsync(context.Token, GatewayProcess.Name, s_extraGrace, cancellation);
            var left = await supervisor.ListAsync(cancellation);
            if (left.Processes.Count == 0)
                await supervisor.ShutdownAsync(context.Token, stopProcesses: true, cancellation);
        });

    public Task MigrateAsync(Revision revision, EffectContext context, CancellationToken cancellation) =>
        ExplainAsync(async () =>
        {
            var command = Unpack(revision, cancellation);
            var log = Path.Combine(_directory.Path, "logs", $"migrate-{Short(revision)}.log");
            await MigrationRun.RunAsync(command, _environment.Service, log, cancellation);
            (LocalRecord.Read(_directory) with { MigratedBy = revision.Digest }).Write(_directory);
        });

    public Task StartAsync(
        Slot slot,
        Revision revision,
        int instances,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        ExplainAsync(async () =>
        {
            var command = Unpack(revision, cancellation);
            var supervisor = await Launcher.EnsureRunningAsync(cancellation);
            var record = SlotRecord.Read(_directory, slot);
            if (record is null || record.Revision != revision || record.Instances.Count != instances)
            {
                await StopProcessesAsync(supervisor, slot, context, cancellation);
                var ports = LoopbackPorts.Find($"{_directory.Path} {slot.Name()}", instances);
                record = new SlotRecord(
                    revision,
                    [.. ports.Select((port, index) => new Instance($"{slot.Name()}-{index + 1}", port))]
                );
                record.Write(_directory, slot);
            }

            foreach (var instance in record.Instances)
            {
                var log = Path.Combine(_directory.Logs(slot), $"{instance.Name}-{Short(revision)}.log");
                await supervisor.EnsureAsync(context.Token, command.Specification(slot, instance, log), cancellation);
            }
        });

    public Task StopAsync(Slot slot, EffectContext context, CancellationToken cancellation) =>
        ExplainAsync(async () =>
        {
            await StopProcessesAsync(await Launcher.EnsureRunningAsync(cancellation), slot, context, cancellation);
            SlotRecord.Delete(_directory, slot);
        });

    public Task AwaitReadyAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        ExplainAsync(async () =>
        {
            var supervisor = await Launcher.EnsureRunningAsync(cancellation);
            await new ReadinessWatch(_probe, supervisor, _environment.Service, _time).WaitAsync(
                Require(slot).Instances,
                limit,
                context.Progress,
                cancellation
            );
        });

    public Task SmokeAsync(
        Slot slot,
        Revision revision,
        Via via,
        SmokeCheck check,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        ExplainAsync(async () =>
        {
            if (via == Via.Preview && _previewed.Add(slot))
            {
                await Gateway.SetRoutesAsync(
                    Routes(await Observation.LiveAsync(cancellation), context, _previewKey),
                    cancellation
                );
            }

            var answer = await _probe.AskAsync(
                new HttpMethod(check.Method),
                new Uri(Url, check.Path),
                via == Via.Preview
                    ?
                    [
                        KeyValuePair.Create(PreviewHeaders.Key, _previewKey),
                        KeyValuePair.Create(PreviewHeaders.Slot, slot.Name()),
                    ]
                    : [],
                TimeSpan.FromSeconds(check.LimitSeconds),
                cancellation
            );
            var fault = answer.Status is { } status
                ? SmokeJudge.Fault(check, revision, status, answer.Body)
                : $"did not answer: {answer.Body}";
            if (fault is not null)
                throw Failed($"Smoke check {check.Method} {check.Path} of {slot.Name()} {fault}", slot, revision);
            context.Progress($"{check.Method} {check.Path} answered {answer.Status}");
        });

    public Task RouteAsync(Slot? to, EffectContext context, CancellationToken cancellation) =>
        ExplainAsync(async () =>
        {
            await Gateway.SetRoutesAsync(Routes(to, context, previewKey: null), cancellation);
            _previewed.Clear();
            (LocalRecord.Read(_directory) with { Routed = to }).Write(_directory);
        });

    public Task DrainAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        ExplainAsync(async () =>
        {
            var result = await Gateway.DrainAsync(
                new DrainRequest(context.Token, slot.Name(), limit.TotalSeconds),
                cancellation
            );
            if (!result.Drained)
                context.Progress($"{result.Remaining} requests are still in flight after {limit.TotalSeconds:0} s");
        });

    public Task DestroyAsync(EffectContext context, CancellationToken cancellation) =>
        ExplainAsync(async () =>
        {
            // A supervisor that died left its processes: the next one adopts them and can stop them.
            var supervisor = await Launcher.EnsureRunningAsync(cancellation);
            await supervisor.ShutdownAsync(context.Token, stopProcesses: true, cancellation);
            Directory.Delete(RuntimeDirectory.For(_directory.Path), recursive: true);
        });

    public void Dispose()
    {
        _gateway?.Dispose();
        _probe.Dispose();
    }

    static string Short(Revision revision) => revision.Digest["sha256:".Length..][..12];

    InstanceCommand Unpack(Revision revision, CancellationToken cancellation)
    {
        var digest = Digest.Parse(revision.Digest);
        var image = store.Unpack(digest, Path.Combine(state.Revisions, digest.Hex), cancellation);
        return new InstanceCommand(_environment, _directory, image);
    }

    SlotRecord Require(Slot slot) =>
        SlotRecord.Read(_directory, slot)
        ?? throw new StepFailedException($"Slot {slot.Name()} is empty: somebody stopped it by hand. Deploy again.");

    RoutesUpdate Routes(Slot? live, EffectContext context, string? previewKey) =>
        SlotRoutesTable.For(SlotRoutesTable.Read(_directory), live, context.Token, previewKey);

    async Task RequirePortAsync(int port, CancellationToken cancellation)
    {
        if (LoopbackPorts.IsFree(port))
            return;
        var answers = await Observation.GatewayAsync(cancellation);
        var isOurs = answers is null
            // It may just be starting; if it is not, its log says what is wrong.
            ? (await Observation.ProcessesAsync(cancellation)).Any(process =>
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

    async Task AwaitGatewayAsync(GatewayProcess process, CancellationToken cancellation)
    {
        try
        {
            await Gateway.WaitUntilReadyAsync(s_gatewayLimit, cancellation);
        }
        catch (GatewayUnavailableException unavailable)
        {
            var log = process.LogFile;
            throw new StepFailedException(new Evidence(unavailable.Message, log, LogTail.Of(log)));
        }
    }

    async Task StopProcessesAsync(
        SupervisorClient supervisor,
        Slot slot,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var running = (await supervisor.ListAsync(cancellation))
            .Processes.Select(process => process.Name)
            .Where(name => name.StartsWith(slot.Name() + "-", StringComparison.Ordinal))
            .ToList();
        if (running.Count == 0)
            return;

        var isIdle = await Observation.LiveAsync(cancellation) != slot;
        if (isIdle && await Observation.GatewayAsync(cancellation) is not null)
            await DrainAsync(slot, _environment.DrainTimeout, context, cancellation);
        await Task.WhenAll(
            running.Select(name =>
                supervisor.StopAsync(context.Token, name, _environment.DrainTimeout + s_extraGrace, cancellation)
            )
        );
    }

    StepFailedException Failed(string message, Slot slot, Revision revision)
    {
        var log = Path.Combine(_directory.Logs(slot), $"{slot.Name()}-1-{Short(revision)}.log");
        return new StepFailedException(new Evidence(message, log, LogTail.Of(log)));
    }

    /// <summary>What the programs of this platform answer, as failures that a deployment expects.</summary>
    async Task ExplainAsync(Func<Task> effect)
    {
        try
        {
            await effect();
        }
        catch (StaleTokenException stale)
        {
            throw new Delivery.Leases.LeaseLostException(_environment.Name, stale.Message);
        }
        catch (Exception failure)
            when (failure
                    is GatewayRefusedException
                        or GatewayUnavailableException
                        or SupervisorRefusedException
                        or SupervisorUnavailableException
                        or ImageException
                        or System.ComponentModel.Win32Exception
            )
        {
            throw new StepFailedException(new Evidence(failure.Message));
        }
    }
}
