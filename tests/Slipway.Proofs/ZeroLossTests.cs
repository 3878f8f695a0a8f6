using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Load;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;
using Slipway.Testing;

namespace Slipway.Proofs;

/// <summary>The shipped backend under load through deployments and rollbacks: no request and no write is lost.</summary>
[Collection(ProofCollection.Name)]
public sealed class ZeroLossTests(DatabaseServers databases)
{
    /// <summary>With three in turn, the idle slot never holds the wanted one already: each is started anew.</summary>
    const int Revisions = 3;

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var (index, strategy) in Strategies.All.Index())
        {
            // In the small size only the first is proved on both.
            if (Size.IsFull || index == 0 || index % 2 == 1)
                cases.Add(strategy.Name, DatabaseServers.Sqlite);
            if (Size.IsFull || index == 0 || index % 2 == 0)
                cases.Add(strategy.Name, DatabaseServers.Postgres);
        }

        return cases;
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task Deployments_and_rollbacks_lose_no_request_and_no_write(string strategy, string database)
    {
        var connection = await databases.CreateAsync(database);
        using var directory = new TempDirectory();
        await using var site = new LocalSite(spec => Gallery.In(spec, Strategies.Named(strategy), connection));
        var revisions = Gallery.PushAll(site, directory.Path, Revisions);
        (await site.DeployAsync(revisions[0])).Should().BeOfType<Succeeded>();
        using var traffic = new GalleryTraffic(site.Http.BaseAddress!, Gallery.ApiKey, Size.Rate, Size.LongestRequest);
        var proof = Proof.Begin(
            $"zero-loss-{strategy}-{database}",
            $"Zero loss: {strategy} on {database}",
            "Deployments, swaps and rollbacks under an open-loop load lose no request and no acknowledged write."
        );

        var found = await LossProof.RunAsync(traffic, Size.Rate, Operations());
        proof.End(
            found,
            [],
            ("rounds", $"{Size.Rounds}"),
            ("rate", $"{Size.Rate} requests/s"),
            ("longest request", $"{Size.LongestRequest.TotalSeconds:0} s")
        );

        found.Faults.Should().BeEmpty();
        found.Acknowledged.Should().BeGreaterThan(0);

        IEnumerable<(string, Func<IDeploymentObserver, Task<Outcome>>)> Operations()
        {
            for (var round = 1; round <= Size.Rounds; round++)
            {
                var wanted = revisions[round % Revisions];
                yield return (
                    $"Deploy {wanted.Version}",
                    log => site.ActAsync(log, deployer => deployer.DeployAsync(wanted))
                );
            }

            if (site.CanSwap())
                yield return ("Swap", log => site.ActAsync(log, deployer => deployer.SwapAsync()));
            yield return ("Rollback", log => site.ActAsync(log, deployer => deployer.RollbackAsync()));
        }
    }
}
