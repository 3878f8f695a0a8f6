using System.Globalization;

namespace Slipway.Releases;

/// <summary>Turns what is unreleased into a version.</summary>
public static class UnreleasedRoll
{
    /// <summary>The log with its unreleased entries below a heading of their version and day, and an empty section above.</summary>
    public static Changelog Roll(this Changelog changelog, SemanticVersion version, DateOnly date)
    {
        var heading = changelog.Lines.First(line => line.Kind is ChangelogLineKind.Version);
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Changelog.Parse(
            string.Concat(
                changelog.Lines.Select(line =>
                    line == heading
                        ? $"{line.Text}{line.Ending}{line.Ending}## [{version}] - {day}{line.Ending}"
                        : line.Text + line.Ending
                )
            )
        );
    }
}
