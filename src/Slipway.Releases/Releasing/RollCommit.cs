using System.Globalization;

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
        if (TopVersion(after) is not { } top)
            return null;
        try
        {
            return after.ToBytes().AsSpan().SequenceEqual(before.Roll(top.Version, top.Date).ToBytes()) ? top : null;
        }
        catch (ReleaseException)
        {
            // What cannot be rolled was not.
            return null;
        }
    }

    /// <summary>The first section below the unreleased one.</summary>
    static (SemanticVersion Version, DateOnly Date)? TopVersion(Changelog changelog)
    {
        var heading = changelog.Lines.Where(line => line.Kind is ChangelogLineKind.Version).ElementAtOrDefault(1);
        if (heading?.Content.Split("] - ", 2) is not [var name, var day])
            return null;
        return
            SemanticVersion.TryParse(name.TrimStart('['), out var version)
            && DateOnly.TryParseExact(
                day,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
            ? (version, date)
            : null;
    }
}
