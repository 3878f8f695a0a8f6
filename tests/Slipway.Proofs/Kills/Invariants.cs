using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Sites;

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
        var journal = DeploymentJournal.Read(site.Directory);
        var broken = new List<string>();
        Require(live.Traffic == 100, $"{live.Name} has {live.Traffic} % of the traffic");
        Require(world.Slots.Sum(slot => slot.Traffic) == 100, "the traffic does not add up to 100 %");
        Require(live.Healthy == site.Spec.Instances, $"{live.Healthy} of {site.Spec.Instances} instances are ready");
        Require(wanted is null || wanted.RunsTheSame(revision), $"{revision} is live instead of {wanted}");
        Require(wanted is null || world.MigratedBy == wanted.Digest, $"the database is {world.MigratedBy}'s");
        Require(!journal.TornLine, "the journal ends in a torn line");
        Require(History.Unfinished(History.Of(journal.Entries)) is null, "the journal has an unfinished deployment");
        Require(
            LastGood(journal)?.RunsTheSame(revision) == true,
            $"the journal does not say that {revision} was deployed"
        );
        broken.AddRange(
            Gallery.Knows(site.Spec.Settings)
                ? await DatabaseInvariants.BrokenAsync(site)
                : await NotesBrokenAsync(site, revision)
        );
        if (await Orphans.OfAsync(site) is { Count: > 0 } orphans)
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

    static async Task<IReadOnlyList<string>> NotesBrokenAsync(LocalSite site, Revision live)
    {
        var served = await ServedAsync(site);
        var migrations = await File.ReadAllLinesAsync(Path.Combine(site.Directory.Data, "migrations.txt"));
        return
        [
            .. served == live.Version ? [] : (string[])[$"'{served}' answers where {live.Version} is live"],
            .. migrations.Contains(live.Version) ? [] : (string[])[$"the database was not migrated for {live.Version}"],
        ];
    }

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
}
