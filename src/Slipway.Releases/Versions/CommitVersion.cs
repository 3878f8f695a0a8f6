namespace Slipway.Releases;

/// <summary>What the checked-out commit is called.</summary>
/// <param name="Version">A semantic version, as GitVersion.yml decides (docs/versions.md); <c>+dirty</c> for a changed tree.</param>
/// <param name="Commit">The commit's full id.</param>
/// <param name="CommitTime">When it was committed, UTC.</param>
/// <param name="Branch">The branch; null when HEAD is detached and nothing says which branch it stands for.</param>
/// <param name="IsDirty">The working tree differs from the commit, files that git does not know included.</param>
/// <param name="Tag">The highest version that is tagged below the commit; null when none is.</param>
public sealed record CommitVersion(
    string Version,
    string Commit,
    DateTimeOffset CommitTime,
    string? Branch,
    bool IsDirty,
    string? Tag
)
{
    /// <summary>
    /// Nobody names the branch: <see cref="Branch"/> is concluded from the history. That is good for a version, and not
    /// for deciding where an old commit is deployed.
    /// </summary>
    public bool IsDetached { get; init; }

    /// <summary>The commit's first twelve digits: for people.</summary>
    public string AbbreviatedCommit => Commit[..12];

    /// <summary>The version as an image's tag, where <c>+</c> is not allowed.</summary>
    public string ImageTag => Version.Replace('+', '_');

    /// <summary>The release that <see cref="Version"/> leads to.</summary>
    public SemanticVersion Release => SemanticVersion.Parse(Version) with { PreRelease = null, Build = null };

    /// <summary>Asks git, in the repository that <paramref name="root"/> lies in.</summary>
    /// <param name="environment">
    /// Answers an environment variable; default: this process's. GitHub's are asked for the branch of a detached HEAD.
    /// </param>
    /// <exception cref="ReleaseException">
    /// No git, no repository, no commit, or a shallow clone, in which the version could be wrong.
    /// </exception>
    public static Task<CommitVersion> ReadAsync(
        string root,
        Func<string, string?>? environment = null,
        CancellationToken cancellationToken = default
    ) =>
        CommitVersionReader.ReadAsync(
            new VersionRequest(root) { Environment = environment ?? Environment.GetEnvironmentVariable },
            cancellationToken
        );
}
