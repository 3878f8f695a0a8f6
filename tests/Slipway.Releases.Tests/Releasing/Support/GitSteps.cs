using System.Runtime.Versioning;
using Slipway.Testing;
using Slipway.Testing.Releaser;

namespace Slipway.Releases.Tests.Releasing.Support;

/// <summary>The steps of a release up to its push.</summary>
[UnsupportedOSPlatform("windows")]
static class GitSteps
{
    /// <summary>Is not asked.</summary>
    static readonly IReleaseHost s_host = SampleRelease.Host(
        new Uri("http://127.0.0.1:1/"),
        new Uri("https://example.org/"),
        "o",
        "n",
        GitHubToken.Find("none")
    );

    static readonly ReleaseContent s_content = new()
    {
        Backend = "sample",
        Notes = (_, _) => throw new NotSupportedException("A push needs no notes."),
        Directory = "",
        PullManifest = _ => throw new NotSupportedException("A push needs no image."),
    };

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
            Host = s_host,
            Content = s_content,
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
