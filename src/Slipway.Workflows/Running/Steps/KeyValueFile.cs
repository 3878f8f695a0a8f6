using System.Globalization;

namespace Slipway.Workflows.Running;

/// <summary>
/// Reads what a step wrote to GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: <c>name=value</c>, or <c>name&lt;&lt;MARK</c>, lines
/// of a value, and the mark by itself (docs.github.com: "Workflow commands", multiline strings).
/// </summary>
static class KeyValueFile
{
    const string HereMark = "<<";

    /// <returns>
    /// What stands before the first mistake, and the mistake: the file, the line, what to do; null when there is none.
    /// </returns>
    public static (IReadOnlyList<KeyValuePair<string, string>> Entries, string? Problem) Read(
        string text,
        string variable
    )
    {
        var entries = new List<KeyValuePair<string, string>>();
        var lines = text.Split('\n');
        // What is behind the last line feed is a line only if there is something.
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        for (var at = 0; at < count; at++)
        {
            var line = lines[at];
            if (line.Length == 0)
                continue;
            var start = at;
            string? Problem(string what) =>
                string.Create(CultureInfo.InvariantCulture, $"{variable}, line {start + 1}: {what}");

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var here = line.IndexOf(HereMark, StringComparison.Ordinal);
            if (equals < 0 && here < 0)
            {
                return (
                    entries,
                    Problem(
                        $"Invalid format '{line}'. Write name=value on one line; a value of several lines stands between name<<MARK and MARK."
                    )
                );
            }
            var isHere = here >= 0 && (equals < 0 || here < equals);
            var name = line[..(isHere ? here : equals)];
            var value = line[(isHere ? here + HereMark.Length : equals + 1)..];
            if (name.Length == 0 || (isHere && value.Length == 0))
                return (entries, Problem($"Invalid format '{line}'. The name and the mark must not be empty."));
            if (isHere)
            {
                // The mark counts only on a line that is ended, or is the file's last.
                var end = Array.IndexOf(lines, value, at + 1, count - at - 1);
                if (end < 0)
                {
                    return (
                        entries,
                        Problem(
                            $"Matching delimiter not found '{value}'. Write it on a line of its own below the value."
                        )
                    );
                }
                value = string.Join('\n', lines[(at + 1)..end]);
                at = end;
            }
            entries.Add(KeyValuePair.Create(name, value));
        }
        return (entries, null);
    }
}
