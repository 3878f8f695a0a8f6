using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Kills;

/// <summary>What a deployer process is to do, and where it dies. It gets this on standard input.</summary>
/// <param name="Step">The index of the step that it dies in; null: it lives.</param>
sealed record DeployerJob(
    string State,
    string Store,
    int Port,
    string Strategy,
    int Instances,
    Revision Wanted,
    Moment Moment,
    int? Step
)
{
    public static DeployerJob On(LocalSite site, Revision wanted, Moment moment = default, int? step = null) =>
        new(
            site.State.Path,
            site.Store.Directory,
            site.Spec.Port,
            site.Spec.Strategy.Name,
            site.Spec.Instances,
            wanted,
            moment,
            step
        );

    public EnvironmentSpec Environment =>
        Notes.In(
            new EnvironmentSpec
            {
                Name = "staging",
                Port = Port,
                Instances = Instances,
            },
            Strategies.Named(Strategy)
        );
}
