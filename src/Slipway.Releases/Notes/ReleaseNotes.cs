namespace Slipway.Releases;

/// <summary>What the notes of a release are written from. The same record gives the same text, always.</summary>
public sealed record ReleaseNotes
{
    /// <summary>Characters that GitHub accepts as a release's text; it refuses a longer one.</summary>
    public const int Limit = 125_000;

    public required SemanticVersion Version { get; init; }

    public required string Tag { get; init; }

    /// <summary>The changelog's; what stands above its first category are the highlights.</summary>
    public required ChangelogSection Section { get; init; }

    /// <summary>What the commits say breaks; told where <c>### Upgrade</c> does not tell it already.</summary>
    public IReadOnlyList<BreakingChange> BreakingChanges { get; init; } = [];

    /// <summary>Those that the release brings; null: it is not known.</summary>
    public IReadOnlyList<IncludedMigration>? Migrations { get; init; }

    /// <summary>Null: the release has no image.</summary>
    public ReleasedImage? Image { get; init; }

    /// <summary>The tag is; otherwise the notes say that it is not.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>Why it is not; null: nobody said.</summary>
    public string? WhyUnsigned { get; init; }

    /// <summary>What somebody let pass for this release, and why.</summary>
    public IReadOnlyList<StatedChoice> Allowances { get; init; } = [];

    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    /// <summary>The tag of the release before; null: this is the first one.</summary>
    public string? LastTag { get; init; }

    /// <summary>The repository's page, <c>https://github.com/owner/name</c>; null: nothing is linked.</summary>
    public Uri? Repository { get; init; }

    /// <summary>The file of the release that holds the checksums of the others; null: there is none.</summary>
    public string? Checksums { get; init; }

    /// <summary>The file of the release with its signed provenance; null: there is none, or it is not signed.</summary>
    public string? SignedProvenance { get; init; }

    /// <returns>Markdown of at most <see cref="Limit"/> characters; what is cut is said, and where the whole is.</returns>
    public string ToMarkdown() => ReleaseNotesWriter.Write(this);
}

/// <summary>What a commit says that it breaks.</summary>
/// <param name="Sha">The commit's full id.</param>
public sealed record BreakingChange(string Text, string Sha, string? Scope = null);

/// <param name="Phase"><c>expand</c> or <c>contract</c>; null: the migration does not say.</param>
/// <param name="Risks">What can hurt, a sentence each.</param>
public sealed record IncludedMigration(string Name, string? Phase, IReadOnlyList<string> Risks);

/// <param name="What">What would have stopped the release.</param>
/// <param name="Reason">Why it was let pass, in the words of who did.</param>
public sealed record StatedChoice(string What, string Reason);

/// <param name="IsNew">There is no earlier commit of theirs.</param>
public sealed record Contributor(string Name, bool IsNew);
