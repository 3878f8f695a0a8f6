using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Load;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;
using Slipway.Testing;

namespace Slipway.Proofs;

/// <summary>
/// A deployer that is a process of its own is killed with SIGKILL at every moment of every step, under a light load.
/// </summary>
[Collection(ProofCollection.Name)]
public sealed class KillMatrixTests(DatabaseServers databases)
{
    const int Rate = 20;

    /// <summary>The shipped backend is slower to start than the small one, and its cells back up and rehearse too.</summary>
    const int GalleryRate = 10;

    const string Claim = "A deployer killed at any moment loses no request; one more Deploy or Rollback converges.";

    public static TheoryData<string> Names() => [.. Strategies.All.Select(strategy => strategy.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_a_killed_deployer_one_more_command_converges_and_no_request_is_lost(string strategy)
    {
        await using var site = Site(strategy);

        await ProveAsync(site, $"kill-matrix-{strategy}", $"Kill matrix: {strategy}");
    }

    /// <summary>Of the strategy that starts and stops most instances.</summary>
    [Fact]
    public async Task The_same_with_two_environments_at_once_that_would_like_to_have_the_same_ports()
    {
        using var directory = new TempDirectory();
        await using var site = Site("rolling", directory["site"]);
        await using var neighbour = Site("rolling", Neighbour.PathOf(site, directory));

        await Task.WhenAll(
            Task.Run(() => ProveAsync(site, "kill-matrix-beside", "Kill matrix: rolling, beside another")),
            Task.Run(() => ProveAsync(neighbour, "kill-matrix-neighbour", "Kill matrix: rolling, the other"))
        );
    }

    static LocalSite Site(string strategy, string? path = null) =>
        new(spec => Notes.In(spec, Strategies.Named(strategy)), path);

    static async Task ProveAsync(LocalSite site, string name, string title)
    {
        Revision[] revisions = [site.Revision(), site.Revision(), site.Revision()];
        (await site.DeployAsync(revisions[0])).IsGood.Should().BeTrue();
        (await site.DeployAsync(revisions[1])).IsGood.Should().BeTrue();
        using var traffic = new NotesTraffic(site.Http.BaseAddress!);
        var proof = Proof.Begin(name, title, Claim);

        var found = await new KillMatrix(site, revisions).RunAsync(proof, traffic, Rate);

        found.Faults.Should().BeEmpty();
    }

    /// <summary>In the small size the backup and the rehearsal, two steps more and most of the time, are on SQLite alone.</summary>
    [SkippableFact]
    public Task The_same_with_the_shipped_backend_whose_database_is_backed_up_and_rehearsed_on() =>
        databases.OnBothAsync(ProveGalleryAsync);

    static async Task ProveGalleryAsync(string database, string? connection)
    {
        using var directory = new TempDirectory();
        await using var site = new LocalSite(spec =>
            Gallery.BackedUp(spec, Strategies.Named("blue-green"), connection) with
            {
                Backups = Size.IsFull || connection is null ? new BackupPolicy() : null,
            }
        );
        var revisions = Gallery.PushAll(site, directory.Path, count: 3);
        (await site.DeployAsync(revisions[0])).IsGood.Should().BeTrue();
        (await site.DeployAsync(revisions[1])).IsGood.Should().BeTrue();
        using var traffic = new GalleryTraffic(site.Http.BaseAddress!, Gallery.ApiKey, GalleryRate, TimeSpan.Zero);
        var proof = Proof.Begin(
            $"kill-matrix-gallery-{database}",
            $"Kill matrix: TinyGallery, blue-green on {database}",
            Claim
        );

        var found = await new KillMatrix(site, revisions).RunAsync(proof, traffic, GalleryRate);

        found.Faults.Should().BeEmpty();
    }

    /// <summary>Each cell is an environment of its own: it is there for the first time only once.</summary>
    [Fact]
    public async Task After_a_killed_first_deployment_one_more_deploy_makes_the_environment()
    {
        var proof = Proof.Begin(
            "kill-matrix-first",
            "Kill matrix: the first deployment",
            "The first deployment of an environment killed at any moment: one more Deploy makes it."
        );
        var faults = new List<string>();
        var cells = await FirstCellsAsync();

        foreach (var cell in cells)
        {
            await using var site = FirstSite();
            var wanted = site.Revision();
            if (await KillMatrix.DieAsync(site, wanted, cell) is { } fault)
                faults.Add(fault);
            var outcome = await site.DeployAsync(wanted);
            if (!outcome.IsGood)
                faults.Add($"{cell}: {outcome}");
            faults.AddRange((await Invariants.BrokenAsync(site, wanted)).Select(broken => $"{cell}: {broken}"));
        }

        proof.End(faults, [new("cells", cells.Count), new("broken promises", faults.Count, Bad: true)]);

        faults.Should().BeEmpty();
        cells.Should().Contain(cell => cell.Step is OpenGateway);
    }

    static async Task<IReadOnlyList<Cell>> FirstCellsAsync()
    {
        await using var site = FirstSite();
        var cells = Cell.Of(await site.PreviewAsync(site.Revision()), Size.IsFull);
        return Size.IsFull ? cells : [.. cells.Where(cell => cell.Step is OpenGateway or Switch)];
    }

    static LocalSite FirstSite() => new(spec => Notes.In(spec, Strategies.Named("blue-green")));
}
