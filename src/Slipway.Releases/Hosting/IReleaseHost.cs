namespace Slipway.Releases;

/// <summary>
/// Where releases are published. Each method that makes something asks first and answers what is already there, so that
/// calling it twice changes nothing twice; what takes effect although its answer is lost is found by asking again. Waits
/// and retries are bounded. Every failure of the host is a <see cref="HostException"/>; files that cannot be read or written are an
/// <see cref="IOException"/>.
/// </summary>
public interface IReleaseHost
{
    /// <summary>The repository that all of this is about.</summary>
    HostedRepository Repository { get; }

    /// <summary>Who the token stands for, and how much it may still ask. Fails early when the token is no good.</summary>
    Task<HostIdentity> WhoAmIAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// The release of a tag, a draft too (which only those who may write see). A published one goes before a draft; of
    /// several drafts it is the oldest, so that every run finds the same one.
    /// </summary>
    /// <returns>Null: there is none.</returns>
    Task<HostedRelease?> FindReleaseAsync(string tag, CancellationToken cancellationToken = default);

    /// <summary>Makes a draft, or answers the release, draft or published, that its tag already has, as it is.</summary>
    Task<HostedRelease> CreateDraftAsync(ReleaseDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Gives a release, draft or published, another title and other notes, unless it has them already.</summary>
    /// <param name="notes">Markdown.</param>
    Task<HostedRelease> UpdateNotesAsync(
        long releaseId,
        string title,
        string notes,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a draft visible to everybody; a published release is left as it is.</summary>
    /// <param name="isLatest">Whether it is the one that <c>releases/latest</c> leads to; not so for an older line.</param>
    Task<HostedRelease> PublishAsync(long releaseId, bool isLatest, CancellationToken cancellationToken = default);

    /// <summary>All assets of a release, half uploaded ones too.</summary>
    Task<IReadOnlyList<HostedAsset>> ListAssetsAsync(long releaseId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sees to it that the release has this file as an asset: the same content is left, a half uploaded one is deleted
    /// and uploaded again, and so is another content on a draft.
    /// </summary>
    /// <exception cref="HostException">
    /// <see cref="HostFailure.Conflict"/>: the release is published and has another content under that name.
    /// </exception>
    Task<HostedAsset> UploadAssetAsync(long releaseId, AssetFile file, CancellationToken cancellationToken = default);

    /// <summary>Deletes an asset; one that is gone already is no failure.</summary>
    Task DeleteAssetAsync(long assetId, CancellationToken cancellationToken = default);

    /// <summary>Downloads an asset as a consumer does. The file appears under its name only when it is whole.</summary>
    /// <param name="path">Where to; what lies there is replaced.</param>
    Task DownloadAssetAsync(HostedAsset asset, string path, CancellationToken cancellationToken = default);

    /// <summary>The deployments to an environment, the latest first; a hundred at most.</summary>
    Task<IReadOnlyList<HostedDeployment>> LatestDeploymentsAsync(
        string environment,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records a deployment, or answers the environment's latest one when that is of the same commit.</summary>
    Task<HostedDeployment> CreateDeploymentAsync(
        DeploymentRecord deployment,
        CancellationToken cancellationToken = default
    );

    /// <summary>What was said of a deployment, the latest first.</summary>
    Task<IReadOnlyList<DeploymentStatus>> ListStatusesAsync(
        long deploymentId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Says how a deployment goes, unless its last status says just that.</summary>
    Task AddStatusAsync(long deploymentId, DeploymentStatus status, CancellationToken cancellationToken = default);

    /// <summary>
    /// The pull requests that brought these commits, each once, by number. Commits that the host does not know bring none.
    /// </summary>
    /// <param name="commits">Full ids. Each costs a request: give the commits of one release, not of a history.</param>
    Task<IReadOnlyList<MergedPullRequest>> MergedPullRequestsAsync(
        IReadOnlyCollection<string> commits,
        CancellationToken cancellationToken = default
    );

    /// <summary>Sees to it that a pull request has this comment, once: made, or its text of before replaced.</summary>
    Task<HostedComment> PutCommentAsync(
        int pullRequest,
        CommentText text,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces the text of a comment of that kind, and makes none.</summary>
    /// <returns>Null: there is none.</returns>
    Task<HostedComment?> ReplaceCommentAsync(
        int pullRequest,
        CommentText text,
        CancellationToken cancellationToken = default
    );
}
