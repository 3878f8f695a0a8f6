using System.Text.Json.Nodes;
using Slipway.EndToEndTests;
using Slipway.Testing;
using Slipway.Testing.GitHub;

namespace Slipway.Workflows.EndToEndTests;

/// <summary>
/// A clone whose workflows can be run to their ends: an origin of its own to push to, a key that signs, a GitHub that
/// answers, and ports that nobody else has. Its runs share one result cache, as those of a person do.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    readonly Clone _clone = new() { HasOwnBuild = false };
    Task? _ready;

    public Clone Clone => _clone;

    public Site Site { get; private set; } = null!;

    public GitHubServer GitHub { get; private set; } = null!;

    public int Review => Site.PortBase + 20;

    /// <summary>The commit that the workflows are run on.</summary>
    public string Commit { get; private set; } = "";

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>In the test and not before it: where GitHub's description cannot be had, the test is skipped.</summary>
    public Task ReadyAsync() => _ready ??= PrepareAsync();

    async Task PrepareAsync()
    {
        GitHub = await GitHubServer.StartAsync();
        await _clone.InitializeAsync();
        Site = _clone.NewSite();
        await MakeKeyAsync();
        await SetPortsAsync();
        Commit = await _clone.CommitAsync("test: ports that nobody else has");
        await MakeOriginAsync();
    }

    public async Task DisposeAsync()
    {
        await _clone.DisposeAsync();
        if (GitHub is not null)
            await GitHub.DisposeAsync();
    }

    /// <summary>Runs a workflow of the commit that is checked out, to its end or to where it waits.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(
            Path.Combine(_clone.Root, "build.sh"),
            ["Run", "--workflow", .. arguments],
            _clone.Root,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["SLIPWAY_STATE"] = Site.State,
                ["GITHUB_REPOSITORY"] = $"{GitHub.Repository.Owner}/{GitHub.Repository.Name}",
                ["GITHUB_API_URL"] = GitHub.Addresses.Api.ToString().TrimEnd('/'),
                ["GITHUB_SERVER_URL"] = GitHub.Addresses.Web.ToString().TrimEnd('/'),
                ["GITHUB_TOKEN"] = GitHub.Token,
            },
            Limit
        );

    async Task MakeKeyAsync()
    {
        var key = _clone.Beside("key");
        var made = await CommandLine.RunAsync(
            "ssh-keygen",
            ["-q", "-t", "ed25519", "-N", "", "-C", "test@example.org", "-f", key]
        );
        made.ExitCode.Should().Be(0, made.All);
        var signers = _clone.Beside("signers");
        await File.WriteAllTextAsync(signers, $"test@example.org {await File.ReadAllTextAsync($"{key}.pub")}");
        await _clone.GitAsync("config", "gpg.format", "ssh");
        await _clone.GitAsync("config", "user.signingkey", $"{key}.pub");
        await _clone.GitAsync("config", "gpg.ssh.allowedSignersFile", signers);
    }

    async Task SetPortsAsync()
    {
        var file = Path.Combine(_clone.Root, ".nuke", "parameters.json");
        var parameters = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        parameters["PortBase"] = Site.PortBase;
        await File.WriteAllTextAsync(file, parameters.ToJsonString());
    }

    async Task MakeOriginAsync()
    {
        var origin = _clone.Beside("origin.git");
        await _clone.GitAsync("init", "--quiet", "--bare", "--initial-branch", "main", origin);
        await _clone.GitAsync("remote", "set-url", "origin", origin);
        await _clone.GitAsync("push", "--quiet", "--set-upstream", "origin", "main");
        await _clone.GitAsync("fetch", "--quiet", "--prune", "--prune-tags", "--force", "origin");
    }
}
