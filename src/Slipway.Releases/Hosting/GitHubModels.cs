namespace Slipway.Releases;

/// <summary>An asset with its digest, which Octokit 14 does not read, and an id of GitHub's size.</summary>
sealed class AssetModel
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
    public string State { get; set; } = "";
    public long Size { get; set; }
    public string? Digest { get; set; }
    public string BrowserDownloadUrl { get; set; } = "";

    public HostedAsset ToAsset() =>
        new(
            Id,
            Name,
            Size,
            State is "uploaded",
            string.IsNullOrEmpty(Digest) ? null : Digest,
            new Uri(BrowserDownloadUrl)
        );
}

/// <summary>A deployment without its payload, which GitHub sends as an object or as a text.</summary>
sealed class DeploymentModel
{
    public long Id { get; set; }
    public string Sha { get; set; } = "";
    public string Environment { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }

    public HostedDeployment ToDeployment() => new(Id, Sha, Environment, CreatedAt);
}

/// <summary>
/// A pull request without what nobody reads here: Octokit takes the two repositories in it apart, and fails at a word that
/// is newer than itself.
/// </summary>
sealed class PullModel
{
    public int Number { get; set; }
    public string Title { get; set; } = "";
    public string HtmlUrl { get; set; } = "";
    public DateTimeOffset? MergedAt { get; set; }
    public string? MergeCommitSha { get; set; }
    public AuthorModel? User { get; set; }
    public List<LabelModel>? Labels { get; set; }

    /// <summary>Null: it is not merged.</summary>
    public MergedPullRequest? ToMerged() =>
        MergedAt is { } mergedAt
            ? new MergedPullRequest(
                Number,
                Title,
                User?.Login,
                new Uri(HtmlUrl),
                mergedAt,
                MergeCommitSha,
                [.. (Labels ?? []).Select(label => label.Name)]
            )
            : null;
}

sealed class AuthorModel
{
    public string Login { get; set; } = "";

    /// <summary><c>User</c>, <c>Bot</c> or <c>Organization</c>.</summary>
    public string Type { get; set; } = "";
}

sealed class LabelModel
{
    public string Name { get; set; } = "";
}
