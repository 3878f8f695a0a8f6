using System.Text;

namespace Slipway.Releases;

/// <summary>What the commits since the last release propose for the change log. A person decides what of it is right.</summary>
public sealed record ChangelogDraft
{
    /// <summary>More commits than this are not asked about: each costs one of the host's requests, which are counted.</summary>
    internal const int MostAsked = 300;

    /// <summary>For all questions to the host together.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>The tag of the <see cref="LastRelease"/>; null: there is none, and all commits are looked at.</summary>
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

    /// <summary>Entries that are not proposed: the log has them already, in Unreleased or below a pre-release of it.</summary>
    public required int AlreadyThere { get; init; }

    /// <summary>
    /// Why no host said which pull requests brought the commits, so that only what their subjects say counts; null: one did.
    /// </summary>
    public string? WhyNotAsked { get; init; }

    /// <summary>Markdown for a person to edit: the entries, then, as a comment, what there is to know about them.</summary>
    /// <param name="repository"><inheritdoc cref="ReleaseNotes.Repository" path="/summary/node()"/></param>
    public string ToMarkdown(Uri? repository) => DraftWriter.Write(this, repository);

    /// <summary>Writes it as Markdown: aside, flushed to the disk and renamed.</summary>
    /// <exception cref="ReleaseException">It cannot be written.</exception>
    public Task WriteAsync(string path, Uri? repository, CancellationToken cancellationToken = default) =>
        ReleaseFile.WriteAsync(path, Encoding.UTF8.GetBytes(ToMarkdown(repository)), cancellationToken);

    /// <param name="root">A directory of the repository.</param>
    /// <param name="log">The log that is there; null: none is.</param>
    /// <param name="host">
    /// Is asked which pull requests brought the commits. A host that does not answer spoils nothing: see
    /// <see cref="WhyNotAsked"/>. Null: there is none to ask.
    /// </param>
    /// <exception cref="ReleaseException">No git, no repository, or no commit yet.</exception>
    public static async Task<ChangelogDraft> ReadAsync(
        string root,
        Changelog? log,
        IReleaseHost? host = null,
        CancellationToken cancellationToken = default
    )
    {
        var last = await LastRelease.FindAsync(root, cancellationToken);
        var range = last is null ? HistoryRange.OfHead : HistoryRange.Since($"refs/tags/{last.Tag}");
        var commits = await History.CommitsAsync(root, range, cancellationToken).ToListAsync(cancellationToken);
        var (pullRequests, why) = await AskAsync(host, commits, cancellationToken);
        return Of(commits, log, pullRequests) with { Since = last?.Tag, WhyNotAsked = why };
    }

    /// <summary>Pure.</summary>
    /// <param name="commits">The newest first; the first one is the branch's tip.</param>
    /// <param name="log">What it says of no release yet is not proposed again; null: there is no log.</param>
    /// <param name="pullRequests">What the host knows of them, beyond their subjects.</param>
    public static ChangelogDraft Of(
        IReadOnlyList<Commit> commits,
        Changelog? log = null,
        IReadOnlyList<MergedPullRequest>? pullRequests = null
    ) =>
        new DraftMaker([
            .. (log?.Sections ?? []).TakeWhile(section => section.Version is null or { PreRelease: not null }),
        ]).Make(ParsedCommit.All(commits, pullRequests));

    static async Task<(IReadOnlyList<MergedPullRequest> Found, string? WhyNot)> AskAsync(
        IReleaseHost? host,
        List<Commit> commits,
        CancellationToken cancellationToken
    )
    {
        if (host is null)
            return ([], "there is no host to ask.");
        if (commits.Count > MostAsked)
            return ([], $"{commits.Count} commits are too many, at a request each.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_patience);
        try
        {
            return (await host.MergedPullRequestsAsync([.. commits.Select(commit => commit.Sha)], limit.Token), null);
        }
        catch (HostException failure)
        {
            return ([], failure.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ([], $"{host.Repository} takes longer than {s_patience.TotalMinutes:0} minutes.");
        }
    }
}
