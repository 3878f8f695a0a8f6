using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;
using Slipway.Platforms.Local;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Disks;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Load;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;

namespace Slipway.Proofs;

/// <summary>State on a disk that fills up or breaks: an error, and the old state whole and serving.</summary>
[Collection(ProofCollection.Name)]
public sealed class BadDiskTests
{
    const int Rate = 10;

    /// <summary>In the small size every so many operations.</summary>
    const int Stride = 9;

    [Theory]
    [InlineData("full", true)]
    [InlineData("broken", false)]
    public async Task A_disk_that_fails_from_any_operation_on_is_an_error_and_the_old_state_serves(
        string name,
        bool isFull
    )
    {
        await using var site = new LocalSite(spec => Notes.In(spec, Strategies.Named("blue-green")));
        Revision[] revisions = [site.Revision(), site.Revision(), site.Revision()];
        (await site.DeployAsync(revisions[0])).IsGood.Should().BeTrue();
        (await site.DeployAsync(revisions[1])).IsGood.Should().BeTrue();
        using var traffic = new NotesTraffic(site.Http.BaseAddress!);
        var proof = Proof.Begin(
            $"disk-{name}",
            $"Disk: {name}",
            "A disk that fails from any operation of a deployment on is an error; the old state is whole and serves."
        );
        var broken = new List<string>();
        var cells = 0;

        var found = await LossProof.RunAsync(traffic, Rate, Operations());
        found = found with { OperationFaults = [.. found.OperationFaults, .. broken] };
        proof.End(found, [new("cells", cells)], ("every", Size.IsFull ? "operation" : $"{Stride}th operation"));

        found.Faults.Should().BeEmpty();
        cells.Should().BeGreaterThan(2);

        IEnumerable<(string, Func<IDeploymentObserver, Task<Outcome>>)> Operations()
        {
            var reached = true;
            for (var from = 1; reached; from += Size.IsFull ? 1 : Stride)
            {
                var disk = new FaultyDisk(from, isFull);
                var at = from;
                yield return (
                    $"from operation {from}",
                    async log =>
                    {
                        var wanted = revisions[(cells + 2) % revisions.Length];
                        var said = await FailAsync(site, disk, wanted);
                        reached = disk.HasFailed;
                        cells += reached ? 1 : 0;
                        if (reached && said is not null)
                            broken.Add($"from operation {at}: {said}");
                        var outcome = await site.ActAsync(log, deployer => deployer.DeployAsync(wanted));
                        broken.AddRange(
                            (await Invariants.BrokenAsync(site, wanted)).Select(fault =>
                                $"from operation {at}: {fault}"
                            )
                        );
                        return outcome;
                    }
                );
            }
        }
    }

    /// <summary>Null when it was an error that says what it is about.</summary>
    static async Task<string?> FailAsync(LocalSite site, FaultyDisk disk, Revision wanted)
    {
        var state = new StateDirectory(site.State.Path, disk);
        using var platform = new LocalPlatform(site.Spec, state, site.Store);
        try
        {
            var deployer = new Deployer(
                site.Spec,
                state.Environment(site.Spec.Name),
                platform,
                holder: EndedHolder.Create()
            );
            var outcome = await deployer.DeployAsync(wanted);
            // What comes after the last entry, the lease's return, may fail: it runs out by itself.
            return outcome.IsGood && (await site.WorldAsync()).Live?.Revision != wanted ? $"no error: {outcome}" : null;
        }
        catch (IOException failure) when (failure.Message.Contains("device") || failure.Message.Contains("error"))
        {
            return null;
        }
    }
}
