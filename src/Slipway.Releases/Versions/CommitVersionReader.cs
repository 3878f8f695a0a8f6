using System.Globalization;

namespace Slipway.Releases;

/// <summary>Asks git few questions, of its plumbing where there is one, and decides.</summary>
sealed class CommitVersionReader(Git git, Func<string, string?> environment, CancellationToken cancellationToken)
{
    const string TagPrefix = "v";

    public async Task<CommitVersion> ReadAsync()
    {
        await RefuseUnusableRepositoryAsync();
        var (commit, head, isDirty) = await ReadStatusAsync();
        var named = head ?? FromGitHub(commit);
        var branch = named ?? await OnlyBranchWithHeadAsync();
        var (tag, version) = await HighestTagAsync();
        var times = await CommitTimesSinceAsync(tag);
        return new CommitVersion(
            VersionRule.Decide(version, times.Count, branch, isDirty).ToString(),
            commit,
            times.Count > 0 ? times[0] : (await CommitTimesAsync("--max-count=1", "HEAD"))[0],
            branch,
            isDirty,
            tag
        )
        {
            IsDetached = named is null,
        };
    }

    async Task RefuseUnusableRepositoryAsync()
    {
        var answers = await git.RunAsync(
            cancellationToken,
            "rev-parse",
            "--is-inside-work-tree",
            "--is-shallow-repository"
        );
        if (answers is not ["true", _])
            throw new ReleaseException($"{git.Directory} is no working tree of git: check the repository out first.");
        if (answers[1] is "true")
            throw new ReleaseException(
                $"{git.Directory} is a shallow clone: tags and commits are missing, so that the version would be wrong. "
                    + "Run 'git fetch --unshallow --tags' (in GitHub Actions: 'fetch-depth: 0' for actions/checkout)."
            );
    }

    async Task<(string Commit, string? Branch, bool IsDirty)> ReadStatusAsync()
    {
        const string Commit = "# branch.oid ";
        const string Branch = "# branch.head ";
        var lines = await git.RunAsync(
            cancellationToken,
            "status",
            "--porcelain=v2",
            "--branch",
            "--untracked-files=normal"
        );
        var commit = lines.First(line => line.StartsWith(Commit, StringComparison.Ordinal))[Commit.Length..];
        var branch = lines.First(line => line.StartsWith(Branch, StringComparison.Ordinal))[Branch.Length..];
        if (commit is "(initial)")
            throw new ReleaseException($"{git.Directory} has no commit yet: commit something first.");
        return (commit, branch is "(detached)" ? null : branch, lines.Any(line => !line.StartsWith('#')));
    }

    /// <summary>GitHub checks out a detached HEAD and says in the environment what it stands for.</summary>
    string? FromGitHub(string commit)
    {
        const string Heads = "refs/heads/";
        // Another repository than the one that the job runs for.
        if (environment("GITHUB_SHA") is { Length: > 0 } sha && !string.Equals(sha, commit, StringComparison.Ordinal))
            return null;
        if (environment("GITHUB_HEAD_REF") is { Length: > 0 } source)
            return source;
        return environment("GITHUB_REF") is { } reference && reference.StartsWith(Heads, StringComparison.Ordinal)
            ? reference[Heads.Length..]
            : null;
    }

    /// <summary>A detached HEAD on the history of exactly one branch stands for that branch.</summary>
    async Task<string?> OnlyBranchWithHeadAsync()
    {
        var references = await git.RunAsync(
            cancellationToken,
            "for-each-ref",
            "--contains=HEAD",
            "--format=%(refname)",
            "refs/heads",
            "refs/remotes/origin"
        );
        var branches = references
            .Select(reference => reference["refs/".Length..])
            .Select(name =>
                name[(name.StartsWith("heads/", StringComparison.Ordinal) ? 6 : "remotes/origin/".Length)..]
            )
            .Where(name => name is not "HEAD")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return branches.Count == 1 ? branches[0] : null;
    }

    /// <summary>
    /// The highest, not the nearest: a hotfix of an old version, merged late, must not take the version back. Tags that
    /// are no versions are passed over.
    /// </summary>
    async Task<(string? Tag, SemanticVersion? Version)> HighestTagAsync()
    {
        var tags = await git.RunAsync(
            cancellationToken,
            "for-each-ref",
            "--merged=HEAD",
            "--format=%(refname:lstrip=2)",
            $"refs/tags/{TagPrefix}*"
        );
        var versions = tags.Select(tag => (Tag: tag, Version: ParseTag(tag)))
            .Where(candidate => candidate.Version is not null)
            .ToList();
        return versions.Count == 0 ? (null, null) : versions.MaxBy(candidate => candidate.Version);
    }

    static SemanticVersion? ParseTag(string tag) =>
        SemanticVersion.TryParse(tag[TagPrefix.Length..], out var version) ? version : null;

    /// <summary>The times of HEAD and what is below it, without what the tag has; HEAD's first.</summary>
    Task<IReadOnlyList<DateTimeOffset>> CommitTimesSinceAsync(string? tag) =>
        tag is null ? CommitTimesAsync("HEAD") : CommitTimesAsync("HEAD", $"^refs/tags/{tag}");

    async Task<IReadOnlyList<DateTimeOffset>> CommitTimesAsync(params string[] range)
    {
        var lines = await git.RunAsync(cancellationToken, ["rev-list", "--timestamp", .. range, "--"]);
        return [.. lines.Select(line => Time(line[..line.IndexOf(' ', StringComparison.Ordinal)]))];
    }

    static DateTimeOffset Time(string seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
}
