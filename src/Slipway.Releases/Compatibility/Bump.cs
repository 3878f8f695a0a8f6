namespace Slipway.Releases.Compatibility;

/// <summary>Which part of a version goes up. In rising order.</summary>
public enum Bump
{
    None,
    Patch,
    Minor,
    Major,
}

/// <summary>What Semantic Versioning 2.0.0 (semver.org) asks of a version's number.</summary>
public static class Bumps
{
    /// <summary>Sections 6 to 8.</summary>
    public static Bump Of(Impact impact) =>
        impact switch
        {
            Impact.Breaking => Bump.Major,
            Impact.Additive => Bump.Minor,
            _ => Bump.Patch,
        };

    /// <summary>
    /// Before 1.0.0 "anything may change at any time" (section 4), and the ecosystem has made one rule of it: the caret
    /// ranges of npm and Cargo take 0.2.x as one line, so that what breaks raises the minor and all else the patch. GitVersion
    /// counts a breaking change there as a minor, too.
    /// </summary>
    /// <param name="needed">What the change would need from 1.0.0 on.</param>
    public static Bump After(SemanticVersion last, Bump needed)
    {
        ArgumentNullException.ThrowIfNull(last);
        return last.Major > 0
            ? needed
            : needed switch
            {
                Bump.Major => Bump.Minor,
                Bump.Minor => Bump.Patch,
                _ => needed,
            };
    }

    /// <summary>
    /// How far a version is above a release; a pre-release counts as the release that it leads to. None: it is not above.
    /// </summary>
    public static Bump Between(SemanticVersion last, SemanticVersion version)
    {
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(version);
        return (version.Major, version.Minor, version.Patch).CompareTo((last.Major, last.Minor, last.Patch)) <= 0
                ? Bump.None
            : version.Major > last.Major ? Bump.Major
            : version.Minor > last.Minor ? Bump.Minor
            : Bump.Patch;
    }

    /// <summary>The least version that is so far above a release.</summary>
    public static SemanticVersion Next(SemanticVersion last, Bump bump)
    {
        ArgumentNullException.ThrowIfNull(last);
        return bump switch
        {
            Bump.Major => new SemanticVersion(last.Major + 1, 0, 0),
            Bump.Minor => new SemanticVersion(last.Major, last.Minor + 1, 0),
            Bump.Patch => new SemanticVersion(last.Major, last.Minor, last.Patch + 1),
            _ => last,
        };
    }
}
