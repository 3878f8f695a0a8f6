namespace Slipway.Testing.GitHub;

/// <summary>A repository as the server has it; tests fill it and look at it.</summary>
public sealed class GitHubRepository(string owner, string name)
{
    long _lastId = 1000;

    public string Owner { get; } = owner;

    public string Name { get; } = name;

    public List<StoredRelease> Releases { get; } = [];

    public List<StoredDeployment> Deployments { get; } = [];

    public List<StoredPull> Pulls { get; } = [];

    public List<StoredComment> Comments { get; } = [];

    /// <summary>Commits that GitHub has; empty: every one.</summary>
    public HashSet<string> Commits { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The commit of a tag; null: there is no such tag. By default no tag is asked for; a test with a real remote asks it.
    /// </summary>
    public Func<string, string?>? FindTag { get; set; }

    /// <summary>Tags that publishing a release made because they were not there: unsigned ones, on GitHub's side.</summary>
    public List<string> TagsMade { get; } = [];

    /// <summary>The release that <c>releases/latest</c> leads to.</summary>
    public long? Latest { get; set; }

    /// <summary>For what a test puts there.</summary>
    public long NextId() => ++_lastId;
}

/// <summary>A release in store.</summary>
public sealed class StoredRelease
{
    public required long Id { get; init; }
    public required string Tag { get; set; }
    public required string Target { get; set; }
    public string? Title { get; set; }
    public string? Notes { get; set; }
    public bool IsDraft { get; set; }
    public bool IsPrerelease { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; set; }
    public List<StoredAsset> Assets { get; } = [];
}

/// <summary>An asset in store.</summary>
public sealed class StoredAsset
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; set; }

    /// <summary><c>uploaded</c>, or <c>starter</c>: an upload that failed.</summary>
    public string State { get; set; } = "uploaded";
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A deployment in store.</summary>
public sealed class StoredDeployment
{
    public required long Id { get; init; }
    public required string Commit { get; init; }
    public required string Environment { get; init; }
    public string? Description { get; init; }
    public string Task { get; init; } = "deploy";
    public bool IsProduction { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public List<StoredStatus> Statuses { get; } = [];
}

/// <summary>A deployment's status in store.</summary>
public sealed record StoredStatus(long Id, string State, string Description, string? Url, DateTimeOffset CreatedAt);

/// <summary>A comment on a pull request in store.</summary>
public sealed record StoredComment(long Id, int PullRequest, string Author, DateTimeOffset CreatedAt)
{
    public required string Body { get; set; }
}

/// <summary>A pull request in store.</summary>
/// <param name="Author">Null: the account is gone.</param>
/// <param name="MergedAt">Null: it is open.</param>
public sealed record StoredPull(
    int Number,
    string Title,
    string? Author,
    DateTimeOffset? MergedAt,
    string MergeCommit,
    IReadOnlyList<string> Commits
)
{
    public IReadOnlyList<string> Labels { get; init; } = [];
}
