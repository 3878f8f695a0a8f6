using System.Text.RegularExpressions;

namespace Slipway.Verification.Secrets;

/// <summary>Finds secrets in one file's text.</summary>
public static class SecretScanner
{
    /// <summary>
    /// A line that holds this mark and a reason, as in <c>// slipway:allow-secret made for this test</c>, waives what
    /// is found on it and on the next line.
    /// </summary>
    public const string Mark = "slipway:allow-secret";

    const string Redacted = "[redacted]";
    const int LongestExcerpt = 120;

    /// <param name="file">For the findings; not read.</param>
    public static IReadOnlyList<SecretFinding> Scan(string file, string text)
    {
        var found = Find(text);
        if (found.Count == 0)
            return [];

        var lines = LineStarts(text);
        return
        [
            .. found
                .Select(secret => (secret.Rule, Line: LineOf(lines, secret.Place.Index)))
                .Where(secret => !IsWaived(text, lines, secret.Line))
                .Distinct()
                .OrderBy(secret => secret.Line)
                .Select(secret => new SecretFinding(
                    secret.Rule,
                    file,
                    secret.Line + 1,
                    Excerpt(text, lines, secret.Line, found)
                )),
        ];
    }

    /// <summary>Every secret; of two rules that find the same, the earlier one's.</summary>
    static List<(SecretRule Rule, Group Place)> Find(string text)
    {
        var found = new List<(SecretRule Rule, Group Place)>();
        foreach (var detector in Detectors.All)
        {
            foreach (var secret in detector.Find(text))
            {
                if (!found.Exists(other => Overlap(other.Place, secret)))
                    found.Add((detector.Rule, secret));
            }
        }

        return found;
    }

    static bool Overlap(Group one, Group other) =>
        one.Index < other.Index + other.Length && other.Index < one.Index + one.Length;

    static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        return [.. starts];
    }

    static int LineOf(int[] starts, int index)
    {
        var at = Array.BinarySearch(starts, index);
        return at >= 0 ? at : ~at - 1;
    }

    static (int Start, int End) Bounds(string text, int[] starts, int line) =>
        (starts[line], line + 1 < starts.Length ? starts[line + 1] - 1 : text.Length);

    static bool IsWaived(string text, int[] starts, int line) =>
        HasMark(text, starts, line) || (line > 0 && HasMark(text, starts, line - 1));

    /// <summary>A mark without a reason is none.</summary>
    static bool HasMark(string text, int[] starts, int line)
    {
        var (start, end) = Bounds(text, starts, line);
        var at = text.IndexOf(Mark, start, end - start, StringComparison.Ordinal);
        return at >= 0 && text.AsSpan(at + Mark.Length, end - at - Mark.Length).ContainsAny(LettersOfAReason);
    }

    static readonly System.Buffers.SearchValues<char> LettersOfAReason = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    static string Excerpt(string text, int[] starts, int line, List<(SecretRule Rule, Group Place)> found)
    {
        var (start, end) = Bounds(text, starts, line);
        var shown = text.AsSpan(start, end - start).ToString().ToCharArray();
        foreach (var (_, secret) in found)
        {
            for (var at = Math.Max(secret.Index, start); at < Math.Min(secret.Index + secret.Length, end); at++)
                shown[at - start] = '\0';
        }

        var redacted = Regex
            .Replace(new string(shown), "\0+", Redacted, RegexOptions.None, TimeSpan.FromSeconds(1))
            .Trim();
        return redacted.Length <= LongestExcerpt ? redacted : AroundRedaction(redacted);
    }

    static string AroundRedaction(string line)
    {
        var from = Math.Max(0, line.IndexOf(Redacted, StringComparison.Ordinal) - (LongestExcerpt / 2));
        var length = Math.Min(LongestExcerpt, line.Length - from);
        return $"{(from > 0 ? "…" : "")}{line.AsSpan(from, length)}{(from + length < line.Length ? "…" : "")}";
    }
}
