namespace Slipway.Releases;

/// <summary>
/// The commit that a release adds: its parent with the changelog rolled, and nothing else. What it is, is told from the
/// two changelogs alone, so that any later run recognises it.
/// </summary>
/// <param name="Commit">Its full id.</param>
/// <param name="Base">The full id of its parent: what was built, deployed and judged.</param>
public sealed record RollCommit(string Commit, string Base, SemanticVersion Version, DateOnly Date)
{
    /// <summary>The commit's subject.</summary>
    public static string SubjectOf(SemanticVersion version) => $"Release {version}";

    /// <summary>The version and the date to which one changelog is the other one rolled; null: it is not.</summary>
    /// <param name="before">A changelog whose first section is the unreleased one.</param>
    public static (SemanticVersion Version, DateOnly Date)? Read(Changelog before, Changelog after)
    {
        if (
            after.Sections.FirstOrDefault(section => !section.IsUnreleased)
            is not { Version: { } version, Date: { } date }
        )
            return null;
        try
        {
            return after.ToBytes().AsSpan().SequenceEqual(before.Roll(version, date, PageOf(after)).ToBytes())
                ? (version, date)
                : null;
        }
        catch (ReleaseException)
        {
            // What cannot be rolled was not.
            return null;
        }
    }

    /// <summary>Where a log leads that had no links before it was rolled.</summary>
    static Uri? PageOf(Changelog log) =>
        log
            .Lines.Select(ChangelogLink.Read)
            .FirstOrDefault(link => link?.IsOf(ChangelogLink.Unreleased) is true)
            ?.Comparison
            is { } comparison
        && Uri.TryCreate(comparison.Repository, UriKind.Absolute, out var page)
            ? page
            : null;
}
