using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Load;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs.Kills;

/// <summary>The core of the kill matrix: a deployment dies in each cell, under load, and one more command converges.</summary>
sealed class KillMatrix(LocalSite site, IReadOnlyList<Revision> revisions)
{
    readonly List<string> _broken = [];

    /// <summary>Leaves the report of <paramref name="proof"/>.</summary>
    public async Task<LossReport> RunAsync(Proof proof, ITraffic traffic, int rate)
    {
        var plan = await site.PreviewAsync(await NextAsync());
        var cells = Cell.Of(plan, Size.IsFull);
        var found = await LossProof.RunAsync(
            traffic,
            rate,
            cells.Select((cell, number) => (cell.ToString(), Operation(cell, number)))
        );
        found = found with { OperationFaults = [.. found.OperationFaults, .. _broken] };
        proof.End(found, [new("cells", cells.Count)], ("rate", $"{rate} requests/s"));
        return found;
    }

    /// <summary>Every third time the next command is a Rollback.</summary>
    Func<IDeploymentObserver, Task<Outcome>> Operation(Cell cell, int number) =>
        async log =>
        {
            var wanted = await NextAsync();
            if (await DieAsync(site, wanted, cell) is { } fault)
                _broken.Add(fault);
            var isRollback = number % 3 == 2;
            var outcome = await site.ActAsync(
                log,
                deployer => isRollback ? deployer.RollbackAsync() : deployer.DeployAsync(wanted)
            );
            _broken.AddRange(
                (await Invariants.BrokenAsync(site, isRollback ? null : wanted)).Select(fault => $"{cell}: {fault}")
            );
            return outcome;
        };

    /// <summary>Null: it was killed.</summary>
    public static async Task<string?> DieAsync(LocalSite site, Revision wanted, Cell cell)
    {
        using var deployer = DeployerProcess.Start(DeployerJob.On(site, wanted, cell.Moment, cell.Index));
        var (exitCode, said) = await deployer.EndAsync();
        return exitCode == Death.ExitCode
            ? null
            : $"{cell}: the deployer was not killed, it ended with {exitCode}: {said}";
    }

    /// <summary>A revision that runs in neither slot, so that its deployment has every step.</summary>
    async Task<Revision> NextAsync()
    {
        var world = await site.WorldAsync();
        return revisions.First(revision => world.Slots.All(slot => !revision.RunsTheSame(slot.Revision)));
    }
}
