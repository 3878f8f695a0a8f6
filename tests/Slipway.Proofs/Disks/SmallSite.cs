using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Proofs.Disks;

/// <summary>A site whose every file lies on a small disk.</summary>
static class SmallSite
{
    /// <summary>Skips the test where mounting is not allowed; where every server must be there, that is a failure.</summary>
    public static async Task<SmallDisk> MountAsync(string path)
    {
        try
        {
            return await SmallDisk.MountAsync(path);
        }
        catch (SkipException skip)
        {
            Servers.Require(present: false, skip.Message);
            throw;
        }
    }

    public static LocalSite On(SmallDisk disk, Func<EnvironmentSpec, EnvironmentSpec> change) =>
        new(change, Path.Combine(disk.Path, "site"));
}
