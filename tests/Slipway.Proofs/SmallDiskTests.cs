using Slipway.Delivery;
using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Proofs.Disks;
using Slipway.Proofs.Kills;
using Slipway.Proofs.Reports;
using Slipway.Proofs.Sites;
using Slipway.Testing;

namespace Slipway.Proofs;

/// <summary>All of an environment on a small file system that is filled to the last byte.</summary>
[Collection(ProofCollection.Name)]
public sealed class SmallDiskTests
{
    [SkippableFact]
    public async Task A_full_file_system_leaves_the_old_revision_serving_and_a_killed_gateway_comes_back_with_its_routes()
    {
        using var directory = new TempDirectory();
        await using var disk = await SmallSite.MountAsync(directory["small"]);
        await using var site = SmallSite.On(disk, spec => Notes.In(spec, Strategies.Named("blue-green")));
        Revision old = site.Revision(),
            wanted = site.Revision();
        (await site.DeployAsync(old)).IsGood.Should().BeTrue();
        var proof = Proof.Begin(
            "disk-small",
            "Disk: a full file system",
            "With a full disk a deployment is an error, the old revision serves, and a killed gateway comes back with its routes."
        );
        var faults = new List<string>();

        disk.Fill();
        if (await DeploysAsync(site, wanted))
            faults.Add("a deployment on a full disk says that it has succeeded");
        await RequireOldAsync("after the deployment that failed");
        await site.KillAsync("gateway");
        await RequireOldAsync("after its gateway was killed");
        disk.MakeRoom();
        var outcome = await site.DeployAsync(wanted);
        faults.AddRange(await Invariants.BrokenAsync(site, wanted));
        proof.End(faults, [new("broken promises", faults.Count, Bad: true)], ("file system", "tmpfs of 256 MiB"));

        faults.Should().BeEmpty();
        outcome.IsGood.Should().BeTrue();

        async Task RequireOldAsync(string when)
        {
            try
            {
                await Wait.UntilAsync(
                    async () => await VersionAsync(site) == old.Version,
                    $"{old.Version} serves {when}"
                );
            }
            catch (TimeoutException late)
            {
                faults.Add(late.Message);
            }
        }
    }

    static async Task<bool> DeploysAsync(LocalSite site, Revision wanted)
    {
        try
        {
            return (await site.DeployAsync(wanted)).IsGood;
        }
        catch (Exception refused) when (refused is IOException or DeliveryException)
        {
            return false;
        }
    }

    static async Task<string?> VersionAsync(LocalSite site)
    {
        try
        {
            return (await site.VersionAsync()).Version;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
