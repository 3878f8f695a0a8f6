using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Proofs.Disks;

/// <summary>A site whose every file lies on a small disk.</summary>
static class SmallSite
{
    const string Temporary = "TMPDIR";

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

    /// <summary>Temporary directories, and so the whole site, lie on the disk.</summary>
    public static LocalSite On(SmallDisk disk, Func<EnvironmentSpec, EnvironmentSpec> change)
    {
        var before = Environment.GetEnvironmentVariable(Temporary);
        Environment.SetEnvironmentVariable(Temporary, disk.Path);
        try
        {
            return new LocalSite(change);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Temporary, before);
        }
    }
}
