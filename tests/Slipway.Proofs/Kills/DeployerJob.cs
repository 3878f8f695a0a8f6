using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Kills;

/// <summary>What a deployer process is to do, and where it dies. It gets this on standard input.</summary>
/// <param name="Settings">Those of the environment.</param>
/// <param name="Wanted">What it deploys; null where it has a <paramref name="Database"/> command.</param>
/// <param name="Flaw">What is wrong with its disk.</param>
/// <param name="Step">The index of the step that it dies in; null: it lives.</param>
sealed record DeployerJob(
    string State,
    string Store,
    int Port,
    string Strategy,
    IReadOnlyDictionary<string, string> Settings,
    BackupPolicy? Backups,
    Revision? Wanted,
    Moment Moment,
    int? Step,
    Flaw Flaw,
    DatabaseJob? Database = null
)
{
    public static DeployerJob On(
        LocalSite site,
        Revision? wanted,
        Moment moment = default,
        int? step = null,
        Flaw flaw = default
    ) =>
        new(
            site.State.Path,
            site.Store.Directory,
            site.Spec.Port,
            site.Spec.Strategy.Name,
            site.Spec.Settings,
            site.Spec.Backups,
            wanted,
            moment,
            step,
            flaw
        );

    public static DeployerJob On(LocalSite site, DatabaseJob database, Flaw flaw = default) =>
        On(site, wanted: null, flaw: flaw) with
        {
            Database = database,
        };

    public EnvironmentSpec Environment
    {
        get
        {
            var spec = new EnvironmentSpec { Name = "staging", Port = Port };
            var strategy = Strategies.Named(Strategy);
            return Gallery.Knows(Settings)
                ? Gallery.BackedUp(spec, strategy, Settings) with
                {
                    Backups = Backups,
                }
                : Notes.In(spec, strategy);
        }
    }
}
