using Slipway.Releases;

namespace Slipway.Testing.Releaser;

/// <summary>A release of version 1.1.0 from what a pretended production serves.</summary>
public static class SampleRelease
{
    /// <summary>The image's digest.</summary>
    public static readonly string Digest = $"sha256:{new string('a', 64)}";

    /// <summary>Of nobody: it is the same in every test.</summary>
    public static readonly string WebhookSecret = $"whsec_{Convert.ToBase64String(new byte[24])}";

    /// <param name="commit">What production was built from.</param>
    public static ReleaseRequest Request(string commit) =>
        new()
        {
            Calculated = new SemanticVersion(1, 1, 0),
            HasStatements = true,
            Production = new ProductionState(
                "production",
                "serving",
                new ReleasedImage("sample:1.1.0-1", Digest, commit),
                new Uri("http://127.0.0.1:8080")
            ),
        };

    /// <summary>A host whose waits between attempts pass at once.</summary>
    /// <param name="limit">For one answer; default 30 s, for a busy machine.</param>
    public static IReleaseHost Host(
        Uri api,
        Uri web,
        string owner,
        string name,
        GitHubToken token,
        TimeSpan? limit = null
    )
    {
        var patience = limit ?? TimeSpan.FromSeconds(30);
        return new GitHubReleaseHost(
            new HostedRepository(api, web, owner, name),
            token,
            new GitHubPatience { RequestLimit = patience, TransferLimit = patience },
            new HurriedTime()
        );
    }

    /// <param name="files">
    /// A directory: each JSON file in it is published, statements (<c>*.provenance.json</c>) as such, and the release's own are
    /// written below it.
    /// </param>
    /// <param name="told">The address that is told in signed webhooks; null: nobody is.</param>
    /// <param name="observer">Null: nobody watches.</param>
    /// <param name="limit">For one git command; default: the releaser's.</param>
    /// <exception cref="ReleaseException">It was refused or a step failed.</exception>
    public static async Task<ReleaseResult> RunAsync(
        string root,
        string commit,
        IReleaseHost host,
        string files,
        string? told,
        string git = "git",
        IReleaseObserver? observer = null,
        TimeSpan? limit = null
    )
    {
        var releaser = new Releases.Releaser(root, Request(commit), new ManualTime(), limit, git);
        return await releaser.RunAsync(
            await releaser.LookAsync(),
            host,
            new ReleaseContent
            {
                Backend = "sample",
                Channels = told is null ? [] : [NoticeChannel.Webhook(told, WebhookSecret)],
                Notes = (facts, _) => Task.FromResult($"Notes of {facts.Tag}, image {facts.Image.Digest}.\n"),
                Files = _ => [.. Directory.GetFiles(files, "*.json").Where(file => !IsStatement(file))],
                Statements = _ => [.. Directory.GetFiles(files, "*.json").Where(IsStatement)],
                Directory = Path.Combine(files, "made"),
                PullManifest = digest => digest,
            },
            observer ?? new Unwatched()
        );
    }

    static bool IsStatement(string file) => file.EndsWith(".provenance.json", StringComparison.Ordinal);

    sealed class Unwatched : IReleaseObserver
    {
        public void Began(string step) { }

        public void Ended(string step, bool wasSo, string detail) { }

        public void Failed(string step, string why) { }
    }
}
