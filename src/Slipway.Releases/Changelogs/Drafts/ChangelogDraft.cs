using System.Text;

namespace Slipway.Releases;

/// <summary>What the commits since the last release propose for the change log. A person decides what of it is right.</summary>
public sealed record ChangelogDraft
{
    /// <summary>The tag of the last release; null: there is none, and all commits are looked at.</summary>
    public string? Since { get; init; }

    /// <summary>By category, in the order of a change log; in each, what breaks first, then the newest first.</summary>
    public required IReadOnlyList<DraftEntry> Entries { get; init; }

    /// <summary>
    /// Commits that are no conventional commits, or of a type that nobody knows: their place is a guess from their first
    /// word, and some have none because their pull request speaks for them.
    /// </summary>
    public required IReadOnlyList<Commit> NotUnderstood { get; init; }

    /// <summary>How many commits of each type are left out, because who only uses the software does not notice them.</summary>
    public required IReadOnlyDictionary<string, int> LeftOut { get; init; }

    /// <summary>Commits that cancel each other out: what was reverted, and its revert.</summary>
    public required int Cancelled { get; init; }

    /// <summary>Entries that are not proposed: the log's Unreleased section has them already.</summary>
    public required int AlreadyThere { get; init; }

    /// <summary>Markdown for a person to edit: the entries, then, as a comment, what there is to know about them.</summary>
    /// <param name="repository"><inheritdoc cref="ReleaseNotes.Repository" path="/summary/node()"/></param>
    public string ToMarkdown(Uri? repository) => DraftWriter.Write(this, repository);

    /// <summary>Writes it as Markdown: aside, flushed to the disk and renamed.</summary>
    /// <exception cref="ReleaseException">It cannot be written.</exception>
    public Task WriteAsync(string path, Uri? repository, CancellationToken cancellationToken = default) =>
        ReleaseFile.WriteAsync(path, Encoding.UTF8.GetBytes(ToMarkdown(repository)), cancellationToken);

    /// <param name="root">A directory of the repository.</param>
    /// <param name="log">The log that is there; null: none is.</param>
    /// <param name="host">Is asked which pull requests brought the commits; null: only what their subjects say counts.</param>
    /// <exception cref="ReleaseException">No git, no repository, or no commit yet.</exception>
    /// <exception cref="HostException">The host would not say.</exception>
    public static async Task<ChangelogDraft> ReadAsync(
        string root,
        Changelog? log,
        IReleaseHost? host = null,
        CancellationToken cancellationToken = default
    )
    {
        var last = await VersionTags.FindLastAsync(root, cancellationToken);
        var range = last is null ? HistoryRange.OfHead : HistoryRange.Since($"refs/tags/{last.Name}");
        var commits = await History.CommitsAsync(root, range, cancellationToken).ToListAsync(cancellationToken);
        var pullRequests = host is null
            ? []
            : await host.MergedPullRequestsAsync([.. commits.Select(commit => commit.Sha)], cancellationToken);
        return Of(commits, log?.Unreleased, pullRequests) with { Since = last?.Name };
    }

    /// <summary>Pure.</summary>
    /// <param name="commits">The newest first; the first one is the branch's tip.</param>
    /// <param name="pullRequests">What the host knows of them, beyond their subjects.</param>
    public static ChangelogDraft Of(
        IReadOnlyList<Commit> commits,
        ChangelogSection? unreleased = null,
        IReadOnlyList<MergedPullRequest>? pullRequests = null
    ) => new DraftMaker(unreleased).Make(ParsedCommit.All(commits, pullRequests));
}
