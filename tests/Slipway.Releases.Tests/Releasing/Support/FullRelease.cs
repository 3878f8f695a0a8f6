using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Slipway.Testing;
using Slipway.Testing.GitHub;
using Slipway.Testing.Releaser;

namespace Slipway.Releases.Tests.Releasing.Support;

/// <summary>Releases from copies of one repository to one GitHub, each time as if for the first time.</summary>
[UnsupportedOSPlatform("windows")]
sealed class FullRelease : IAsyncDisposable
{
    readonly ReleaseSite _template;
    ReleaseSite _site;
    int _before;

    FullRelease(ReleaseSite template, GitHubServer server, TimeSpan? limit)
    {
        (_template, _site, Server) = (template, template, server);
        Host = SampleRelease.Host(
            server.Addresses.Api,
            server.Addresses.Web,
            server.Repository.Owner,
            server.Repository.Name,
            GitHubToken.Find(server.Token),
            limit
        );
    }

    public GitHubServer Server { get; }

    public IReleaseHost Host { get; }

    /// <summary>Who is told of the release.</summary>
    public WebhookReceiver Receiver { get; } = new();

    /// <summary>What was told since everything was as before.</summary>
    public IReadOnlyList<ReceivedWebhook> Told => [.. Receiver.Received.Skip(_before)];

    public ReleaseSite Site => _site;

    /// <summary>What was live before, as GitHub has it.</summary>
    public StoredDeployment Earlier { get; private set; } = null!;

    /// <param name="limit"><inheritdoc cref="SampleRelease.Host" path="/param[@name='limit']/node()"/></param>
    public static async Task<FullRelease> CreateAsync(TimeSpan? limit = null)
    {
        var server = await GitHubServer.StartAsync();
        var release = new FullRelease(await ReleaseSite.CreateAsync(), server, limit);
        release.Earlier = release.Deployed(new string('0', 40));
        return release;
    }

    /// <summary>Everything is as it was before the first release.</summary>
    public async Task StartOverAsync()
    {
        if (_site != _template)
            _site.Dispose();
        _site = await _template.CopyAsync();
        Server.Repository.Releases.Clear();
        Server.Repository.Deployments.Clear();
        Earlier = Deployed(Earlier.Commit);
        Server.Repository.Latest = null;
        _before = Receiver.Received.Count;
    }

    public Task<ReleaseResult> RunAsync(
        FaultyGit? git = null,
        IReleaseObserver? observer = null,
        TimeSpan? limit = null
    ) =>
        SampleRelease.RunAsync(
            Site.Root,
            Site.Base,
            Host,
            Files(),
            Receiver.Address,
            git?.Program ?? "git",
            observer,
            limit
        );

    /// <summary>Runs as a process of its own, until it ends or is ended.</summary>
    /// <param name="started">Is told the process.</param>
    public async Task<int> RunAloneAsync(FaultyGit? git = null, Action<Process>? started = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Slipway.Testing.Releaser.dll"),
            Site.Root,
            Site.Base,
            git?.Program ?? "git",
            Server.Addresses.Api.ToString(),
            Server.Addresses.Web.ToString(),
            Server.Repository.Owner,
            Server.Repository.Name,
            Files(),
            Receiver.Address,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["GITHUB_TOKEN"] = Server.Token;
        using var process = Process.Start(start)!;
        started?.Invoke(process);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        await Task.WhenAll(output, error);
        return process.ExitCode;
    }

    /// <summary>GitHub has a deployment of this commit to production, which went well.</summary>
    public StoredDeployment Deployed(string commit)
    {
        var deployment = new StoredDeployment
        {
            Id = Server.Repository.NextId(),
            Commit = commit,
            Environment = "production",
            IsProduction = true,
        };
        deployment.Statuses.Add(new StoredStatus(Server.Repository.NextId(), "success", "", null, default));
        Server.Repository.Deployments.Add(deployment);
        return deployment;
    }

    /// <summary>There is one release, whole, and one of everything that belongs to it.</summary>
    public async Task IsReleasedOnceAsync(string because)
    {
        var origin = Site.Origin;
        (await Site.GitInAsync(origin, "tag", "--list")).Should().Be("v1.0.0\nv1.1.0", because);
        (await Site.GitInAsync(origin, "cat-file", "-t", "v1.1.0")).Should().Be("tag", because);
        (await Site.GitInAsync(origin, "rev-parse", "v1.1.0^{commit}^")).Should().Be(Site.Base, because);
        (await Site.GitInAsync(origin, "rev-list", "--count", $"{Site.Base}..main")).Should().Be("1", because);
        (await Site.GitAsync("rev-parse", "v1.1.0", "HEAD"))
            .Should()
            .Be(await Site.GitInAsync(origin, "rev-parse", "v1.1.0", "main"), because);
        (await Site.GitAsync("status", "--porcelain")).Should().BeEmpty(because);

        var release = Server.Repository.Releases.Should().ContainSingle(because).Which;
        release.IsDraft.Should().BeFalse(because);
        release
            .Assets.Where(asset => asset.State is "uploaded")
            .Select(asset => asset.Name)
            .Should()
            .BeEquivalentTo(["SHA256SUMS", "image-digest.txt", "openapi.json", "sample.intoto.jsonl"], because);
        Server.Repository.TagsMade.Should().BeEmpty(because);
        Server.Repository.Deployments.Should().HaveCount(2, because);
        Server
            .Repository.Deployments[^1]
            .Statuses.Should()
            .ContainSingle(because)
            .Which.State.Should()
            .Be("success", because);
        Earlier.Statuses.Select(status => status.State).Should().Equal(["success", "inactive"], because);
        await IsToldAsync(because);
    }

    /// <summary>What came twice is one message by its id, and nothing is told once more.</summary>
    async Task IsToldAsync(string because)
    {
        Told.Should().HaveCountLessThanOrEqualTo(2, because);
        var id = Told.Select(message => message.Headers["webhook-id"]).Distinct(StringComparer.Ordinal);
        id.Should()
            .ContainSingle(because)
            .Which.Should()
            .Be($"msg_{await Site.GitAsync("rev-parse", "v1.1.0")}", because);
        (await Site.GitInAsync(Site.Origin, "for-each-ref", "--format=%(refname)", "refs/slipway"))
            .Should()
            .Be("refs/slipway/told/v1.1.0/webhook", because);
    }

    public async ValueTask DisposeAsync()
    {
        Receiver.Dispose();
        await Server.DisposeAsync();
        _site.Dispose();
        _template.Dispose();
        Server.Check();
    }

    /// <summary>What of the release's files a statement names; each of them can be another.</summary>
    public string Subject { get; set; } = SampleRelease.Digest;

    string Statement(string document)
    {
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
        return $$$"""
            {"_type":"https://in-toto.io/Statement/v1","subject":[
            {"name":"sample","digest":{"sha256":"{{{Subject["sha256:".Length..]}}}"}},
            {"name":"openapi.json","digest":{"sha256":"{{{sum}}}"}}
            ],"predicateType":"https://slsa.dev/provenance/v1","predicate":{}}
            """;
    }

    string Files()
    {
        var directory = Path.Combine(Site.Directory, "files");
        Directory.CreateDirectory(directory);
        const string Document = "{\"openapi\":\"3.1.0\"}";
        File.WriteAllText(Path.Combine(directory, "openapi.json"), Document);
        File.WriteAllText(Path.Combine(directory, "sample.provenance.json"), Statement(Document));
        return directory;
    }
}
