using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Proofs.Kills;

/// <summary>What must hold of an environment when nobody works on it.</summary>
static class Invariants
{
    /// <summary>Everything that does not hold, a line each.</summary>
    /// <param name="wanted">What must be live; null: any revision that was deployed.</param>
    public static async Task<IReadOnlyList<string>> BrokenAsync(LocalSite site, Revision? wanted)
    {
        var world = await site.WorldAsync();
        if (world.Live is not { Revision: { } revision } live)
            return ["nothing is live"];
        var served = await ServedAsync(site);
        var migrations = await File.ReadAllLinesAsync(Path.Combine(site.Directory.Data, "migrations.txt"));
        var journal = DeploymentJournal.Read(site.Directory);
        var broken = new List<string>();
        Require(live.Traffic == 100, $"{live.Name} has {live.Traffic} % of the traffic");
        Require(world.Slots.Sum(slot => slot.Traffic) == 100, "the traffic does not add up to 100 %");
        Require(live.Healthy == site.Spec.Instances, $"{live.Healthy} of {site.Spec.Instances} instances are ready");
        Require(wanted is null || wanted.RunsTheSame(revision), $"{revision} is live instead of {wanted}");
        Require(served == revision.Version, $"'{served}' answers where {revision.Version} is live");
        Require(migrations.Contains(revision.Version), $"the database was not migrated for {revision.Version}");
        Require(wanted is null || world.MigratedBy == wanted.Digest, $"the database is {world.MigratedBy}'s");
        Require(!journal.TornLine, "the journal ends in a torn line");
        Require(History.Unfinished(History.Of(journal.Entries)) is null, "the journal has an unfinished deployment");
        Require(
            LastGood(journal)?.RunsTheSame(revision) == true,
            $"the journal does not say that {revision} was deployed"
        );
        if (await OrphansAsync(site) is { Count: > 0 } orphans)
            broken.Add($"processes that no supervisor knows: {string.Join(", ", orphans)}");
        return broken;

        void Require(bool holds, string otherwise)
        {
            if (!holds)
                broken.Add(otherwise);
        }
    }

    static Revision? LastGood(JournalContent journal) =>
        History
            .Of(journal.Entries)
            .LastOrDefault(deployment => deployment.Result == DeploymentResult.Succeeded)
            ?.Revision;

    static async Task<string> ServedAsync(LocalSite site)
    {
        try
        {
            return (await site.VersionAsync()).Version;
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>
    /// What runs from the environment's directory, as the system tells, and is neither the supervisor nor its own. One
    /// that is on its way out gets a moment.
    /// </summary>
    static async Task<IReadOnlyList<int>> OrphansAsync(LocalSite site)
    {
        IReadOnlyList<int> orphans = [];
        try
        {
            await Wait.UntilAsync(
                async () => (orphans = await UnknownAsync(site)).Count == 0,
                "every process is the supervisor's",
                TimeSpan.FromSeconds(15)
            );
        }
        catch (TimeoutException)
        {
            return orphans;
        }

        return [];
    }

    static async Task<IReadOnlyList<int>> UnknownAsync(LocalSite site)
    {
        var status = await site.Supervisor.ListAsync();
        return
        [
            .. site.RunningProcesses()
                .Except(status.Processes.Select(process => process.Pid).OfType<int>())
                .Where(process => process != status.Pid),
        ];
    }
}
