using Slipway.Testing;
using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Hosting;

/// <summary>A host that talks to a GitHub of the test's own, with waits that pass at once.</summary>
sealed class Hosted : IAsyncDisposable
{
    public const string Commit = "1111111111111111111111111111111111111111";

    Hosted(GitHubServer server, HurriedTime time, string? token, GitHubPatience? patience)
    {
        Server = server;
        Time = time;
        Host = WithToken(token ?? server.Token, patience);
    }

    public GitHubServer Server { get; }

    public HurriedTime Time { get; }

    public GitHubReleaseHost Host { get; }

    public TempDirectory Directory { get; } = new();

    public GitHubRepository Store => Server.Repository;

    public static async Task<Hosted> StartAsync(
        GitHubFlavour flavour = GitHubFlavour.Public,
        Func<GitHubServer, string>? token = null,
        GitHubPatience? patience = null
    )
    {
        var time = new HurriedTime();
        var server = await GitHubServer.StartAsync(flavour, time);
        return new Hosted(server, time, token?.Invoke(server), patience);
    }

    public GitHubReleaseHost WithToken(string token, GitHubPatience? patience = null) =>
        new(
            new HostedRepository(Server.Addresses.Api, Server.Addresses.Web, Store.Owner, Store.Name),
            GitHubToken.Find(token),
            patience ?? new GitHubPatience(),
            Time
        );

    public Task<HostedRelease> DraftAsync(string tag = "v1.2.3") =>
        Host.CreateDraftAsync(new ReleaseDraft(tag, Commit, $"Release {tag}", "The notes.", IsPrerelease: false));

    public AssetFile File(string content = "{\"a\":1}", string name = "sbom.json") =>
        new(name, Directory.Write(name, content), "application/json");

    /// <summary>What the server saw was all GitHub's.</summary>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Dispose();
        Server.Check();
    }
}
