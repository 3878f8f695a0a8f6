using System.Runtime.Versioning;
using Slipway.Testing;

namespace Slipway.Releases.Tests.Releasing.Support;

/// <summary>The steps of a release up to its push.</summary>
[UnsupportedOSPlatform("windows")]
static class GitSteps
{
    public static async Task<ReleaseProspect> LookAsync(ReleaseSite site, ReleaseRequest request)
    {
        var (version, world) = await new WorldReader(Repository(site), request, CancellationToken.None).ReadAsync();
        return new ReleaseProspect(version, world, request.ImageFor(world), [.. Refusals.Of(world, request, version)]);
    }

    public static async Task<Observed> RunAsync(
        ReleaseSite site,
        ReleaseRequest request,
        ReleaseProspect? prospect = null
    )
    {
        prospect ??= await LookAsync(site, request);
        var context = new ReleaseContext
        {
            Request = request,
            Version = prospect.Version,
            World = prospect.World,
            Repository = Repository(site),
            Host = null!,
            Content = null!,
            Image = prospect.Image!,
        };
        var observed = new Observed();
        await new ReleaseRun(observed, CancellationToken.None).RunAsync([
            .. ReleaseSteps.Of(context, new ManualTime()).Take(3),
        ]);
        return observed;
    }

    static ReleaseRepository Repository(ReleaseSite site) => new(new Git(site.Root), "origin");
}
