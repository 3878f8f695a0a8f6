using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Kills;

/// <summary>What a deployer process is to do, and where it dies. It gets this on standard input.</summary>
/// <param name="Flaw">What is wrong with its disk.</param>
/// <param name="Step">The index of the step that it dies in; null: it lives.</param>
sealed record DeployerJob(
    string State,
    string Store,
    int Port,
    string Strategy,
    Revision Wanted,
    Moment Moment,
    int? Step,
    Flaw Flaw
)
{
    public static DeployerJob On(
        LocalSite site,
        Revision wanted,
        Moment moment = default,
        int? step = null,
        Flaw flaw = default
    ) =>
        new(site.State.Path, site.Store.Directory, site.Spec.Port, site.Spec.Strategy.Name, wanted, moment, step, flaw);

    public EnvironmentSpec Environment =>
        Notes.In(new EnvironmentSpec { Name = "staging", Port = Port }, Strategies.Named(Strategy));
}
