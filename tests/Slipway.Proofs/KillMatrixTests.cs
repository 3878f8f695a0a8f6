using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Load;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs;

/// <summary>
/// A deployer that is a process of its own is killed with SIGKILL at every moment of every step, under a light load.
/// </summary>
[Collection(ProofCollection.Name)]
public sealed class KillMatrixTests
{
    const int Rate = 20;

    public static TheoryData<string> Names() => [.. Strategies.All.Select(strategy => strategy.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_a_killed_deployer_one_more_command_converges_and_no_request_is_lost(string strategy)
    {
        await using var site = new LocalSite(spec => Notes.In(spec, Strategies.Named(strategy)));
        Revision[] revisions = [site.Revision(), site.Revision(), site.Revision()];
        (await site.DeployAsync(revisions[0])).IsGood.Should().BeTrue();
        (await site.DeployAsync(revisions[1])).IsGood.Should().BeTrue();
        using var traffic = new NotesTraffic(site.Http.BaseAddress!);
        var proof = Proof.Begin(
            $"kill-matrix-{strategy}",
            $"Kill matrix: {strategy}",
            "A deployer killed at any moment loses no request; one more Deploy or Rollback converges."
        );
        var cells = await CellsAsync(site, revisions);
        var broken = new List<string>();

        var found = await LossProof.RunAsync(
            traffic,
            Rate,
            cells.Select((cell, number) => (cell.ToString(), Operation(cell, number)))
        );
        found = found with { OperationFaults = [.. found.OperationFaults, .. broken] };
        proof.End(found, [new("cells", cells.Count)], ("rate", $"{Rate} requests/s"));

        found.Faults.Should().BeEmpty();

        // Every third time the next command is a Rollback.
        Func<IDeploymentObserver, Task<Outcome>> Operation(Cell cell, int number) =>
            async log =>
            {
                var wanted = await NextAsync(site, revisions);
                await DieAsync(site, wanted, cell, broken);
                var isRollback = number % 3 == 2;
                var outcome = await site.ActAsync(
                    log,
                    deployer => isRollback ? deployer.RollbackAsync() : deployer.DeployAsync(wanted)
                );
                broken.AddRange(
                    (await Invariants.BrokenAsync(site, isRollback ? null : wanted)).Select(fault => $"{cell}: {fault}")
                );
                return outcome;
            };
    }

    static async Task DieAsync(LocalSite site, Revision wanted, Cell cell, List<string> broken)
    {
        const int Killed = 128 + 9;
        using var deployer = DeployerProcess.Start(DeployerJob.On(site, wanted, cell.Moment, cell.Index));
        var (exitCode, said) = await deployer.EndAsync();
        if (exitCode != Killed)
            broken.Add($"{cell}: the deployer was not killed, it ended with {exitCode}: {said}");
    }

    static async Task<IReadOnlyList<Cell>> CellsAsync(LocalSite site, Revision[] revisions)
    {
        var plan = await site.PreviewAsync(await NextAsync(site, revisions));
        return Cell.Of(plan, Size.IsFull);
    }

    /// <summary>A revision that runs in neither slot, so that its deployment has every step.</summary>
    static async Task<Revision> NextAsync(LocalSite site, Revision[] revisions)
    {
        var world = await site.WorldAsync();
        return revisions.First(revision => world.Slots.All(slot => !revision.RunsTheSame(slot.Revision)));
    }
}
