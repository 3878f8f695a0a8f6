namespace Slipway.Releases;

/// <summary>What happened, for people and programs elsewhere.</summary>
/// <param name="Headline">One line that says it all; no markup.</param>
/// <param name="Version">The version that it is about; null: none.</param>
/// <param name="At">UTC.</param>
public sealed record Notice(NoticeKind Kind, string Headline, string Backend, string? Version, DateTimeOffset At)
{
    /// <summary>
    /// The message's, the same however often it is sent, so that a receiver can tell a repetition; null: it is sent once, and
    /// gets one of its own.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Where; null: it concerns none.</summary>
    public string? Environment { get; init; }

    /// <summary>The full id.</summary>
    public string? Commit { get; init; }

    /// <summary>Why it came to that; null: as it was meant.</summary>
    public string? Why { get; init; }

    /// <summary>The command that goes on.</summary>
    public string? Command { get; init; }

    /// <summary>Where to look.</summary>
    public Uri? Link { get; init; }
}

/// <summary>What is told.</summary>
public enum NoticeKind
{
    /// <summary>A revision is live in an environment.</summary>
    Deployed,

    /// <summary>An environment went back to an earlier revision, by itself or by hand.</summary>
    RolledBack,

    /// <summary>A version is published.</summary>
    Released,

    /// <summary>A plan waits for a person.</summary>
    WaitingForApproval,
}
