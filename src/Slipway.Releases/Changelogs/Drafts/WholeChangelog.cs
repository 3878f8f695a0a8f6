using System.Globalization;
using System.Text;

namespace Slipway.Releases;

/// <summary>A change log of everything that is in a history, for a project that begins one.</summary>
/// <param name="Text">In good form: <see cref="Changelog.Check"/> finds nothing but dates that were wrong in git.</param>
/// <param name="NotUnderstood"><inheritdoc cref="ChangelogDraft.NotUnderstood" path="/summary/node()"/></param>
public sealed record WholeChangelog(string Text, int Commits, int Releases, int Entries, int NotUnderstood)
{
    const string Head =
        "# Changelog\n\nAll notable changes are written here, in the form of "
        + "[Keep a Changelog](https://keepachangelog.com/en/1.1.0/).\n\n## [Unreleased]\n";

    /// <param name="root">A directory of the repository.</param>
    /// <param name="repository"><inheritdoc cref="ReleaseNotes.Repository" path="/summary/node()"/></param>
    /// <exception cref="ReleaseException">No git, no repository, or no commit yet.</exception>
    public static async Task<WholeChangelog> ReadAsync(
        string root,
        Uri? repository,
        CancellationToken cancellationToken = default
    )
    {
        var tags = History.TagsAsync(root, cancellationToken);
        var commits = new List<ParsedCommit>();
        await foreach (var commit in History.CommitsAsync(root, HistoryRange.OfHead, cancellationToken))
            commits.Add(new ParsedCommit(commit));
        return Of(commits, await tags, repository);
    }

    /// <summary>Writes aside, flushes to the disk and renames.</summary>
    /// <exception cref="ReleaseException">It cannot be written.</exception>
    public Task WriteAsync(string path, CancellationToken cancellationToken = default) =>
        ReleaseFile.WriteAsync(path, Encoding.UTF8.GetBytes(Text), cancellationToken);

    internal static WholeChangelog Of(IReadOnlyList<ParsedCommit> commits, IReadOnlyList<Tag> tags, Uri? repository)
    {
        var bySha = ParsedCommit.BySha(commits);
        Merges.Attribute(commits, bySha);
        var releases = VersionSlice.Of(commits, bySha, tags);
        var entryText = new EntryText(repository);
        var text = new StringBuilder(Head);
        var (entries, notUnderstood) = (0, 0);
        foreach (var release in releases)
        {
            var draft = new DraftMaker(written: []).Make(release.Commits);
            entries += draft.Entries.Count;
            notUnderstood += draft.NotUnderstood.Count;
            if (release is { Version: { } version, Tag: { } tag })
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n## [{version}] - {VersionSlice.DayOf(tag, bySha[tag.CommitId]):yyyy-MM-dd}\n"
                );
            DraftWriter.Categories(text, draft.Entries, entryText);
            // The form wants an entry for each version.
            if (release.Version is not null && draft.Entries.Count == 0)
                text.Append("\n### Changed\n\n- Nothing that users notice.\n");
        }

        if (repository is not null)
            Links(
                text,
                [.. releases.Select(release => release.Tag?.Name)],
                repository.ToString().TrimEnd('/'),
                releases
            );
        return new WholeChangelog(text.ToString(), commits.Count, releases.Count - 1, entries, notUnderstood);
    }

    static void Links(StringBuilder text, string?[] tags, string page, IReadOnlyList<VersionSlice> releases)
    {
        text.Append('\n');
        for (var index = 0; index < tags.Length; index++)
        {
            var below = index + 1 < tags.Length ? tags[index + 1] : null;
            var (label, to) = (releases[index].Version?.ToString() ?? ChangelogLink.Unreleased, tags[index] ?? "HEAD");
            text.Append('[').Append(label).Append("]: ").Append(page);
            if (below is not null)
                text.Append("/compare/").Append(below).Append("...").Append(to).Append('\n');
            else
                text.Append(tags[index] is null ? "/commits/" : "/releases/tag/").Append(to).Append('\n');
        }
    }
}
