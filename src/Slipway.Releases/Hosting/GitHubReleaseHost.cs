using Octokit;
using Octokit.Internal;

namespace Slipway.Releases;

/// <summary>Releases on GitHub and on GitHub Enterprise Server, through Octokit (docs.github.com/rest).</summary>
public sealed class GitHubReleaseHost : IReleaseHost
{
    readonly GitHubClient _client;
    readonly GitHubCalls _calls;
    readonly GitHubAssets _assets;
    readonly GitHubDeployments _deployments;
    readonly GitHubPullRequests _pulls;
    readonly GitHubComments _comments;

    /// <param name="time">For the waits between attempts; default: the system's.</param>
    public GitHubReleaseHost(
        HostedRepository repository,
        GitHubToken token,
        GitHubPatience? patience = null,
        TimeProvider? time = null
    )
    {
        Repository = repository;
        patience ??= new GitHubPatience();
        _client = new GitHubClient(
            new Connection(
                new ProductHeaderValue("Slipway"),
                repository.Api,
                new InMemoryCredentialStore(new Credentials(token.Value, AuthenticationType.Bearer)),
                new GitHubTransport(patience),
                new SimpleJsonSerializer()
            )
        );
        _calls = new GitHubCalls(repository, token, patience, time ?? TimeProvider.System);
        var api = new GitHubApi(new ApiConnection(_client.Connection), $"repos/{repository.Owner}/{repository.Name}");
        _assets = new GitHubAssets(api, _calls, patience);
        _pulls = new GitHubPullRequests(api, _calls);
        _comments = new GitHubComments(api, _calls);
        _deployments = new GitHubDeployments(_client.Repository.Deployment, api, repository, _calls);
    }

    public HostedRepository Repository { get; }

    public async Task<HostIdentity> WhoAmIAsync(CancellationToken cancellationToken = default) =>
        new(await LoginAsync(cancellationToken), await LimitAsync(cancellationToken));

    public async Task<HostedRelease?> FindReleaseAsync(string tag, CancellationToken cancellationToken = default)
    {
        var all = await _calls.RepeatAsync($"find the release of {tag}", ListAsync, cancellationToken);
        return Choose(all, tag);
    }

    public Task<HostedRelease> CreateDraftAsync(ReleaseDraft draft, CancellationToken cancellationToken = default) =>
        _calls.MakeOnceAsync(
            $"draft the release of {draft.Tag}",
            async () => Choose(await ListAsync(), draft.Tag),
            async () =>
                ToRelease(
                    await _client.Repository.Release.Create(
                        Repository.Owner,
                        Repository.Name,
                        new NewRelease(draft.Tag)
                        {
                            TargetCommitish = draft.Commit,
                            Name = draft.Title,
                            Body = draft.Notes,
                            Draft = true,
                            Prerelease = draft.IsPrerelease,
                        }
                    )
                ),
            cancellationToken
        );

    public async Task<HostedRelease> UpdateNotesAsync(
        long releaseId,
        string title,
        string notes,
        CancellationToken cancellationToken = default
    )
    {
        var release = await GetAsync(releaseId, cancellationToken);
        return
            release.Title.Equals(title, StringComparison.Ordinal)
            && WithoutReturns(release.Notes).Equals(WithoutReturns(notes), StringComparison.Ordinal)
            ? release
            : await EditAsync(
                "write the notes",
                release,
                new ReleaseUpdate { Name = title, Body = notes },
                cancellationToken
            );
    }

    public async Task<HostedRelease> PublishAsync(
        long releaseId,
        bool isLatest,
        CancellationToken cancellationToken = default
    )
    {
        var release = await GetAsync(releaseId, cancellationToken);
        var latest = isLatest && !release.IsPrerelease ? MakeLatestQualifier.True : MakeLatestQualifier.False;
        return release.IsDraft
            ? await EditAsync(
                "publish",
                release,
                new ReleaseUpdate { Draft = false, MakeLatest = latest },
                cancellationToken
            )
            : release;
    }

    public Task<IReadOnlyList<HostedAsset>> ListAssetsAsync(
        long releaseId,
        CancellationToken cancellationToken = default
    ) => _assets.ListAsync(releaseId, cancellationToken);

    public Task<HostedAsset> UploadAssetAsync(
        long releaseId,
        AssetFile file,
        CancellationToken cancellationToken = default
    ) => _assets.UploadAsync(releaseId, file, cancellationToken);

    public Task DeleteAssetAsync(long assetId, CancellationToken cancellationToken = default) =>
        _assets.DeleteAsync(assetId, cancellationToken);

    public Task DownloadAssetAsync(HostedAsset asset, string path, CancellationToken cancellationToken = default) =>
        _assets.DownloadAsync(asset, path, cancellationToken);

    public Task<IReadOnlyList<HostedDeployment>> LatestDeploymentsAsync(
        string environment,
        CancellationToken cancellationToken = default
    ) => _deployments.LatestAsync(environment, cancellationToken);

    public Task<HostedDeployment> CreateDeploymentAsync(
        DeploymentRecord deployment,
        CancellationToken cancellationToken = default
    ) => _deployments.CreateAsync(deployment, cancellationToken);

    public Task<IReadOnlyList<DeploymentStatus>> ListStatusesAsync(
        long deploymentId,
        CancellationToken cancellationToken = default
    ) => _deployments.ListStatusesAsync(deploymentId, cancellationToken);

    public Task AddStatusAsync(
        long deploymentId,
        DeploymentStatus status,
        CancellationToken cancellationToken = default
    ) => _deployments.AddStatusAsync(deploymentId, status, cancellationToken);

    public Task<IReadOnlyList<MergedPullRequest>> MergedPullRequestsAsync(
        IReadOnlyCollection<string> commits,
        CancellationToken cancellationToken = default
    ) => _pulls.OfAsync(commits, cancellationToken);

    public async Task<HostedComment> PutCommentAsync(
        int pullRequest,
        CommentText text,
        CancellationToken cancellationToken = default
    ) => await _comments.PutAsync(pullRequest, text, await LoginAsync(cancellationToken), cancellationToken);

    public async Task<HostedComment?> ReplaceCommentAsync(
        int pullRequest,
        CommentText text,
        CancellationToken cancellationToken = default
    ) => await _comments.ReplaceAsync(pullRequest, text, await LoginAsync(cancellationToken), cancellationToken);

    /// <summary>Null: an app's token, which may not ask who it is.</summary>
    async Task<string?> LoginAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (
                await _calls.RepeatAsync("ask who the token is", () => _client.User.Current(), cancellationToken)
            ).Login;
        }
        catch (HostException refused) when (refused.Kind == HostFailure.Forbidden)
        {
            return null;
        }
    }

    /// <summary>Null: the server has no limits, and says so with 404.</summary>
    async Task<HostLimit?> LimitAsync(CancellationToken cancellationToken)
    {
        try
        {
            var limits = await _calls.RepeatAsync(
                "ask for the rate limit",
                () => _client.RateLimit.GetRateLimits(),
                cancellationToken
            );
            var core = limits.Resources.Core;
            return new HostLimit(core.Limit, core.Remaining, core.Reset);
        }
        catch (HostException refused) when (refused.Kind == HostFailure.NotFound)
        {
            return null;
        }
    }

    Task<HostedRelease> GetAsync(long releaseId, CancellationToken cancellationToken) =>
        _calls.RepeatAsync(
            $"read release {releaseId}",
            async () => ToRelease(await _client.Repository.Release.Get(Repository.Owner, Repository.Name, releaseId)),
            cancellationToken
        );

    Task<HostedRelease> EditAsync(
        string what,
        HostedRelease release,
        ReleaseUpdate update,
        CancellationToken cancellationToken
    ) =>
        _calls.RepeatAsync(
            $"{what} the release of {release.Tag}",
            async () =>
                ToRelease(await _client.Repository.Release.Edit(Repository.Owner, Repository.Name, release.Id, update)),
            cancellationToken
        );

    /// <summary>A draft is found in the list alone: GitHub does not answer it by its tag.</summary>
    Task<IReadOnlyList<Release>> ListAsync() =>
        _client.Repository.Release.GetAll(Repository.Owner, Repository.Name, new ApiOptions { PageSize = 100 });

    static HostedRelease? Choose(IReadOnlyList<Release> all, string tag) =>
        all.Where(release => string.Equals(release.TagName, tag, StringComparison.Ordinal))
            .OrderBy(release => release.Draft)
            .ThenBy(release => release.Id)
            .Select(ToRelease)
            .FirstOrDefault();

    static HostedRelease ToRelease(Release release) =>
        new(
            release.Id,
            release.TagName,
            release.TargetCommitish,
            release.Name ?? "",
            release.Body ?? "",
            release.Draft,
            release.Prerelease,
            new Uri(release.HtmlUrl),
            release.PublishedAt
        );

    /// <summary>GitHub's page turns line ends into CRLF when a person saves the notes there.</summary>
    static string WithoutReturns(string text) => text.ReplaceLineEndings("\n");
}
