using System.Globalization;

namespace Slipway.Workflows.Validation;

/// <summary>A schedule of five fields, as POSIX crontab has it, with names for months and days of the week.</summary>
static class Cron
{
    /// <summary>GitHub starts nothing more often than every five minutes.</summary>
    const int LeastMinutes = 5;

    static readonly string[] Months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".Split(' ');
    static readonly string[] Days = "SUN MON TUE WED THU FRI SAT".Split(' ');

    static readonly (string Name, int Least, int Most, string[] Names)[] Fields =
    [
        ("minute", 0, 59, []),
        ("hour", 0, 23, []),
        ("day of the month", 1, 31, []),
        ("month", 1, 12, Months),
        ("day of the week", 0, 6, Days),
    ];

    public static IEnumerable<Problem> Check(string cron, string path)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields.Length)
        {
            yield return new Problem(
                path,
                $"the schedule '{cron}' has {fields.Length} fields instead of {Fields.Length}"
            );
            yield break;
        }
        for (var index = 0; index < Fields.Length; index++)
        {
            if (Expand(fields[index], index) is null)
            {
                var (name, least, most, _) = Fields[index];
                yield return new Problem(path, $"'{fields[index]}' is no {name} of a schedule ({least} to {most})");
            }
        }
        if (Expand(fields[0], 0) is { } minutes && LeastGap(minutes) < LeastMinutes)
            yield return new Problem(
                path,
                $"'{fields[0]}' runs more often than every {LeastMinutes} minutes, which GitHub does not"
            );
    }

    static int LeastGap(SortedSet<int> minutes) =>
        minutes.Zip(minutes.Skip(1).Append(minutes.Min + 60), (earlier, later) => later - earlier).Min();

    /// <summary>Null when it does not parse.</summary>
    static SortedSet<int>? Expand(string field, int index)
    {
        var values = new SortedSet<int>();
        foreach (var part in field.Split(','))
        {
            if (Range(part, index) is not var (first, last, step))
                return null;
            for (var value = first; value <= last; value += step)
                values.Add(value);
        }
        return values;
    }

    static (int First, int Last, int Step)? Range(string part, int index)
    {
        var (_, least, most, _) = Fields[index];
        var pieces = part.Split('/');
        var step = 1;
        if (
            pieces.Length > 2
            || (
                pieces.Length == 2
                && (!int.TryParse(pieces[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0)
            )
        )
            return null;
        if (pieces[0] is "*")
            return (least, most, step);
        var bounds = pieces[0].Split('-');
        var first = Number(bounds[0], index);
        var last = bounds.Length == 1 ? (pieces.Length == 2 ? most : first) : Number(bounds[1], index);
        return bounds.Length <= 2 && first <= last ? (first.Value, last.Value, step) : null;
    }

    static int? Number(string text, int index)
    {
        var (_, least, most, names) = Fields[index];
        var named = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (named >= 0)
            return named + least;
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : null;
    }
}
