namespace Slipway.Releases;

/// <summary>
/// A commit message read by Conventional Commits 1.0.0 (conventionalcommits.org/en/v1.0.0). A message of another form has
/// no type; its body and footers are read all the same. Any text can be read.
/// </summary>
public sealed record ConventionalCommit
{
    /// <summary>In small letters; null: the subject is not of the form <c>type(scope)!: description</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What is in the parentheses; null for none.</summary>
    public string? Scope { get; init; }

    /// <summary>After the colon; the whole subject without a <see cref="Type"/>.</summary>
    public required string Description { get; init; }

    /// <summary>Between subject and footers; empty for none.</summary>
    public string Body { get; init; } = "";

    public IReadOnlyList<CommitFooter> Footers { get; init; } = [];

    /// <summary>A <c>!</c> before the colon.</summary>
    public bool HasBreakingMark { get; init; }

    /// <summary>The commit that this one takes back; null: it takes none back.</summary>
    public Reversal? Reverts { get; init; }

    public bool IsConventional => Type is not null;

    /// <summary>A <c>!</c> before the colon, or a <c>BREAKING CHANGE</c> footer, whatever the type is, or without one.</summary>
    public bool IsBreaking => HasBreakingMark || Footers.Any(footer => footer.IsBreakingChange);

    /// <summary>What breaks: each footer that says so, else the description of a commit with the mark.</summary>
    public IReadOnlyList<string> BreakingChanges
    {
        get
        {
            string[] told = [.. Footers.Where(footer => footer.IsBreakingChange).Select(footer => footer.Value)];
            return told.Length == 0 && HasBreakingMark ? [Description] : told;
        }
    }

    /// <param name="message">A whole commit message, of any form.</param>
    public static ConventionalCommit Parse(string message) => CommitMessageParser.Parse(message);
}
