using System.Runtime.CompilerServices;

namespace Slipway.Releases;

/// <summary>The commits and tags of a repository, each read by one run of git.</summary>
public static class History
{
    /// <summary>
    /// Reads commits while git writes them: a history of any length costs the memory of what the caller keeps. The newest
    /// comes first by its commit time, so that with clocks that were wrong a parent can come before its child.
    /// </summary>
    /// <param name="root">A directory of the repository.</param>
    /// <exception cref="ReleaseException">No git, no repository, no commit yet, or no such revision.</exception>
    public static async IAsyncEnumerable<Commit> CommitsAsync(
        string root,
        HistoryRange range,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using var git = new Git(root).Open([
            "log",
            "-z",
            $"--format={CommitRecord.Format}",
            "--encoding=UTF-8",
            "--no-show-signature",
            "--no-color",
            .. range.FirstParentOnly ? (string[])["--first-parent"] : [],
            "--end-of-options",
            range.To,
            .. range.Except.Select(revision => $"^{revision}"),
            "--",
        ]);
        var records = new RecordReader(git.Output);
        var parser = new CommitRecord();
        while (await records.NextAsync(cancellationToken))
        {
            do yield return parser.Parse(records.Current);
            while (records.TryNext());
        }

        await git.EnsureSucceededAsync(cancellationToken);
    }

    /// <summary>The tags that lead to commits, in the order of their names' bytes.</summary>
    /// <param name="root">A directory of the repository.</param>
    /// <exception cref="ReleaseException">No git, or no repository.</exception>
    public static Task<IReadOnlyList<Tag>> TagsAsync(string root, CancellationToken cancellationToken = default) =>
        new TagReader(new Git(root)).ReadAsync(cancellationToken);
}
