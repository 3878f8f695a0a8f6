using System.Globalization;
using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Platforms.Local.Ports;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Support;

/// <summary>Where a second site has to lie so that both would like to have the same ports.</summary>
[UnsupportedOSPlatform("windows")]
static class Neighbour
{
    /// <summary>A place in the directory from which the blue slot prefers the port that it prefers at <paramref name="site"/>.</summary>
    public static string PathOf(LocalSite site, TempDirectory directory)
    {
        var blue = Slot.Blue.Name();
        var wanted = ReservedPorts.Preferred(site.Directory.Path, blue);
        return Enumerable
            .Range(0, 1_000_000)
            .Select(number => directory[string.Create(CultureInfo.InvariantCulture, $"neighbour-{number}")])
            .First(path => ReservedPorts.Preferred(DirectoryOf(path, site.Spec.Name), blue) == wanted);
    }

    static string DirectoryOf(string site, string environment) => LocalSite.StateAt(site).Environment(environment).Path;
}
