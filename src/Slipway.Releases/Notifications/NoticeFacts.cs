namespace Slipway.Releases;

/// <summary>What a message says below its headline.</summary>
static class NoticeFacts
{
    const int AbbreviatedCommit = 12;

    public static IEnumerable<(string Name, string Value)> Of(Notice notice)
    {
        if (notice.Version is { } version)
            yield return ("Version", version);
        if (notice.Environment is { } environment)
            yield return ("Environment", environment);
        if (notice.Commit is { Length: > AbbreviatedCommit } commit)
            yield return ("Commit", commit[..AbbreviatedCommit]);
        if (notice.Why is { } why)
            yield return ("Why", Cut(why, 500));
    }

    /// <summary>One emoji, in front of the headline, tells the kinds apart at a glance.</summary>
    public static string Sign(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Deployed => "🚀",
            NoticeKind.RolledBack => "↩️",
            NoticeKind.Released => "📦",
            NoticeKind.WaitingForApproval => "✋",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
