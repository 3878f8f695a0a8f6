using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;
using Slipway.Delivery.State;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Support;

/// <summary>One environment on a model machine with real state files.</summary>
sealed class Site : IDisposable, IDeploymentObserver
{
    readonly TempDirectory _directory = new();

    public Machine Machine { get; } = new();

    public ManualTime Time { get; } = new();

    public List<DeploymentEvent> Events { get; } = [];

    public StateDirectory State => new(_directory.Path);

    public EnvironmentDirectory Directory => State.Environment("staging");

    public IReadOnlyList<DeploymentRecord> History =>
        Slipway.Delivery.Journal.History.Of(DeploymentJournal.Read(Directory).Entries);

    public Deployer Deployer(
        EnvironmentSpec? environment = null,
        ModelPlatform? platform = null,
        IDisk? disk = null,
        LeaseHolder? holder = null,
        TimeProvider? time = null
    )
    {
        var spec = environment ?? Some.Environment;
        return new Deployer(
            spec,
            new StateDirectory(_directory.Path, disk ?? UnflushedDisk.Instance).Environment(spec.Name),
            platform ?? new ModelPlatform(Machine),
            this,
            time ?? Time,
            holder ?? Some.Ada
        );
    }

    /// <summary>The time after which a dead deployer's lease is free.</summary>
    public void LetLeasesExpire() => Time.Jump(Time.GetUtcNow() + Lease.Lifetime + TimeSpan.FromSeconds(1));

    void IDeploymentObserver.On(DeploymentEvent happened)
    {
        lock (Events)
            Events.Add(happened);
    }

    public void Dispose() => _directory.Dispose();
}
