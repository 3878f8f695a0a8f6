namespace Slipway.Releases;

/// <summary>
/// Reads everything that the branches and HEAD have below them in one run of <c>git log</c>, as a stream of
/// bytes: nothing is kept but what the decision needs.
/// </summary>
static class GitLog
{
    /// <param name="withTags">What only tags lead to is wanted too: git follows each of them, which takes its time.</param>
    public static async Task<CommitGraph> ReadAsync(
        Git git,
        IMessageSink? messages,
        bool withTags,
        CancellationToken cancellationToken
    )
    {
        var builder = new CommitGraphBuilder(messages);
        await using var log = git.Open([
            "log",
            "-z",
            // Without messages git can take parents and times from its commit graph file, where there is one.
            messages is null
                ? "--format=%H %ct %P"
                : "--format=%H %ct %P%n%B",
            "--encoding=UTF-8",
            "--no-show-signature",
            "--no-notes",
            "--no-color",
            "HEAD",
            "--branches",
            "--remotes",
            .. withTags ? (string[])["--tags"] : [],
            "--",
        ]);
        var records = new RecordReader(log.Output);
        while (await records.NextAsync(cancellationToken))
        {
            do builder.Add(records.Current);
            while (records.TryNext());
        }
        await log.EnsureSucceededAsync(cancellationToken);
        return builder.Build();
    }
}
