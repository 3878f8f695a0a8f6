namespace Slipway.Releases;

/// <summary>One line of a change log.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its ending.</param>
/// <param name="Ending">As it stands in the file; empty for a last line without one.</param>
public sealed record ChangelogLine(int Number, ChangelogLineKind Kind, string Text, string Ending)
{
    /// <summary>The text after the mark of its kind (<c>##</c>, <c>-</c>), trimmed.</summary>
    public string Content =>
        Kind is ChangelogLineKind.Text or ChangelogLineKind.Blank or ChangelogLineKind.Link
            ? Text.Trim()
            : Text.TrimStart('\uFEFF', '#', '-', '*').Trim();
}

public enum ChangelogLineKind
{
    Blank,

    /// <summary>Anything else: introduction, continued entries, comments, code.</summary>
    Text,

    /// <summary><c># …</c></summary>
    Title,

    /// <summary><c>## …</c></summary>
    Version,

    /// <summary><c>### …</c></summary>
    Category,

    /// <summary><c>- …</c></summary>
    Entry,

    /// <summary><c>[label]: address</c>: what the label in brackets leads to, wherever it stands.</summary>
    Link,
}
