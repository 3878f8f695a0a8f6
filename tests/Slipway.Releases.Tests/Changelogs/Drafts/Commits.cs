namespace Slipway.Releases.Tests;

/// <summary>A history in memory: what git would answer, the newest first.</summary>
sealed class Commits
{
    readonly List<Commit> _oldestFirst = [];

    public IReadOnlyList<Commit> NewestFirst => [.. Enumerable.Reverse(_oldestFirst)];

    /// <summary>Adds a commit on top of the one before, or on top of the parents given, and answers its id.</summary>
    public string Add(string message, string author = "Ada", params string[] parents)
    {
        var sha = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData([(byte)_oldestFirst.Count, (byte)(_oldestFirst.Count >> 8)])
        )[..40];
        if (parents.Length == 0 && _oldestFirst.Count > 0)
            parents = [_oldestFirst[^1].Sha];
        var time = DateTimeOffset.UnixEpoch.AddMinutes(_oldestFirst.Count);
        _oldestFirst.Add(new Commit(sha, parents, author, $"{author}@example.org", time, time, message));
        return sha;
    }

    /// <summary>As git and GitHub write it.</summary>
    public string Revert(string sha)
    {
        var subject = _oldestFirst.Single(commit => commit.Sha == sha).Subject;
        return Add($"Revert \"{subject}\"\n\nThis reverts commit {sha}.");
    }

    public ChangelogDraft Draft(string unreleased = "") =>
        ChangelogDraft.Of(NewestFirst, Changelog.Parse($"# Changelog\n\n## [Unreleased]\n\n{unreleased}"));
}
