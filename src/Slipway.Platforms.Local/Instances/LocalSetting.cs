using System.ComponentModel;
using Slipway.Databases.Copies;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Leases;
using Slipway.Delivery.State;
using Slipway.Images;
using Slipway.Platforms.Local.Gateway;
using Slipway.Platforms.Local.Ports;
using Slipway.Platforms.Local.Probes;
using Slipway.Platforms.Local.Supervision;

namespace Slipway.Platforms.Local.Instances;

/// <summary>One environment on this machine and the means to act on it.</summary>
sealed class LocalSetting(
    EnvironmentSpec environment,
    StateDirectory state,
    OciStore store,
    HostFiles hosts,
    TimeProvider time
) : IDisposable
{
    GatewayClient? _gateway;

    public EnvironmentSpec Environment { get; } = environment.Require();

    public EnvironmentDirectory Directory { get; } = state.Environment(environment.Name);

    public HostFiles Hosts { get; } = hosts;

    public TimeProvider Time { get; } = time;

    public HttpProbe Probe { get; } = new();

    public Uri Url => new($"http://127.0.0.1:{Environment.Port}");

    public SupervisorLauncher Launcher => new(Directory.Path, Hosts);

    // Made when first needed, because it makes a directory and merely looking must not.
    public GatewayClient Gateway =>
        _gateway ??= new GatewayClient(new GatewayProcess(Directory.Path, Environment.Port).AdminSocket, Time);

    public ReservedPorts Ports => new(Directory.Path);

    public Observation Observation => new(Environment, Directory, Gateway, Launcher.Client, Probe);

    public RemovedEnvironment Removed => new(Directory.Path, () => Launcher.Client, () => Gateway);

    /// <summary>The image, verified and unpacked, as a command.</summary>
    public InstanceCommand Unpack(Revision revision, CancellationToken cancellation) =>
        new(Environment, Directory.Data, Image(revision, cancellation));

    /// <summary>The same on a scratch database in place of the environment's own.</summary>
    public InstanceCommand Unpack(Revision revision, ScratchDatabase scratch, CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string>(Environment.Settings, StringComparer.Ordinal);
        foreach (var (name, value) in scratch.Settings)
            settings[name] = value;
        var image = Image(revision, cancellation);
        return new InstanceCommand(Environment with { Settings = settings }, scratch.Data, image);
    }

    /// <summary>The log of an instance, one for each revision that runs there.</summary>
    public string LogFile(Slot slot, string instance, Revision revision) =>
        Path.Combine(Directory.Logs(slot), $"{instance}-{Short(revision)}.log");

    public string MigrationLogFile(Revision revision) =>
        Path.Combine(Directory.Path, "logs", $"migrate-{Short(revision)}.log");

    /// <summary>The log of what is run for the database: <c>backup</c>, <c>restore</c>, <c>rehearse</c>.</summary>
    public string DatabaseLogFile(string what, Revision revision) =>
        Path.Combine(Directory.Path, "logs", $"{what}-{Short(revision)}.log");

    /// <summary>What the programs of this platform answer, as failures that a deployment expects.</summary>
    public async Task ExplainAsync(Func<Task> effect)
    {
        try
        {
            await effect();
        }
        catch (StaleTokenException stale)
        {
            throw new LeaseLostException(Environment.Name, stale.Message);
        }
        catch (Exception failure)
            when (failure
                    is GatewayRefusedException
                        or GatewayUnavailableException
                        or SupervisorRefusedException
                        or SupervisorUnavailableException
                        or ImageException
                        or Win32Exception
            )
        {
            throw new StepFailedException(new Evidence(failure.Message));
        }
    }

    public void Dispose()
    {
        _gateway?.Dispose();
        Probe.Dispose();
    }

    UnpackedImage Image(Revision revision, CancellationToken cancellation)
    {
        var digest = Digest.Parse(revision.Digest);
        return store.Unpack(digest, Path.Combine(state.Revisions, digest.Hex), cancellation);
    }

    static string Short(Revision revision) => revision.Digest["sha256:".Length..][..12];
}
