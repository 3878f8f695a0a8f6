using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Databases.Migrations;

/// <summary>
/// The numbers and names of migrations: 1, 2, 3, … each once, the same for every dialect, and what was released stays as
/// it was, because databases have applied it.
/// </summary>
public static partial class MigrationOrder
{
    /// <param name="byDialect">The scripts of each dialect, in the order of their names.</param>
    public static IReadOnlyList<MigrationFinding> Check(IReadOnlyList<IReadOnlyList<MigrationScript>> byDialect) =>
        [.. byDialect.SelectMany(CheckNumbers), .. byDialect.SelectMany(scripts => CheckOthers(scripts, byDialect))];

    /// <param name="release">The tag that <paramref name="changed"/> is counted from.</param>
    /// <param name="changed">The files that are not as the release has them, or are gone.</param>
    public static IReadOnlyList<MigrationFinding> CheckReleased(string release, IEnumerable<string> changed) =>
        [
            .. changed.Select(file => new MigrationFinding(
                file,
                1,
                "released",
                $"{release} has it and it is not the same any more: databases have applied it as it was; restore it, and put the change into a new migration"
            )),
        ];

    static IEnumerable<MigrationFinding> CheckNumbers(IReadOnlyList<MigrationScript> scripts)
    {
        var next = 1;
        foreach (var script in scripts)
        {
            var match = Pattern().Match(script.Name);
            if (!match.Success)
            {
                yield return At(script, "a migration is named 0001_what_it_does.sql, in lower case");
                continue;
            }

            var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            if (number != next)
                yield return At(
                    script,
                    number < next
                        ? $"the number {number:0000} is taken: give it the next free one"
                        : $"the number {next:0000} is missing before it: numbers have no gap"
                );
            next = number + 1;
        }
    }

    static IEnumerable<MigrationFinding> CheckOthers(
        IReadOnlyList<MigrationScript> scripts,
        IReadOnlyList<IReadOnlyList<MigrationScript>> byDialect
    ) =>
        from script in scripts
        from others in byDialect
        where !ReferenceEquals(others, scripts) && others.All(other => !IsNamed(other, script.Name))
        select At(
            script,
            $"there is none of this name in {(others is [var any, ..] ? Path.GetDirectoryName(any.File) : "another dialect")}: every database has the same migrations"
        );

    static bool IsNamed(MigrationScript script, string name) =>
        string.Equals(script.Name, name, StringComparison.Ordinal);

    static MigrationFinding At(MigrationScript script, string message) => new(script.File, 1, "order", message);

    [GeneratedRegex(@"\A(?<number>[0-9]{4})_[a-z0-9_]+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
