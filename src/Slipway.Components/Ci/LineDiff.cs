namespace Slipway.Components.Ci;

/// <summary>How one text differs from another, in diff(1)'s unified form.</summary>
static class LineDiff
{
    const int Context = 3;

    /// <param name="before">Null: there is none.</param>
    /// <param name="after">Null: there is none.</param>
    /// <returns>Nothing when they are the same.</returns>
    public static IEnumerable<string> Of(string file, string? before, string? after)
    {
        var lines = Compare(Lines(before), Lines(after));
        if (lines.TrueForAll(line => line.Mark == ' '))
            return [];
        return Hunks(lines)
            .Prepend($"+++ {(after is null ? "/dev/null" : file)}")
            .Prepend($"--- {(before is null ? "/dev/null" : file)}");
    }

    static string[] Lines(string? text) =>
        text is null ? []
        : text.EndsWith('\n') ? text[..^1].Split('\n')
        : [.. text.Split('\n')[..^1], $"{text.Split('\n')[^1]} (no line end)"];

    /// <summary>By the longest common subsequence; what begins and ends alike is not looked at.</summary>
    static List<Line> Compare(string[] before, string[] after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var head = 0;
        while (head < shorter && Same(before[head], after[head]))
            head++;
        var tail = 0;
        while (tail < shorter - head && Same(before[^(tail + 1)], after[^(tail + 1)]))
            tail++;
        return
        [
            .. before[..head].Select(text => new Line(' ', text)),
            .. Middle(before[head..^tail], after[head..^tail]),
            .. before[^tail..].Select(text => new Line(' ', text)),
        ];
    }

    static IEnumerable<Line> Middle(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        for (var j = after.Length - 1; j >= 0; j--)
            common[i, j] = Same(before[i], after[j])
                ? common[i + 1, j + 1] + 1
                : Math.Max(common[i + 1, j], common[i, j + 1]);

        var (left, right) = (0, 0);
        while (left < before.Length || right < after.Length)
        {
            if (left < before.Length && right < after.Length && Same(before[left], after[right]))
            {
                yield return new Line(' ', before[left++]);
                right++;
            }
            else if (
                right == after.Length
                || (left < before.Length && common[left + 1, right] >= common[left, right + 1])
            )
                yield return new Line('-', before[left++]);
            else
                yield return new Line('+', after[right++]);
        }
    }

    static IEnumerable<string> Hunks(List<Line> lines)
    {
        var (old, now) = (1, 1);
        var shown = false;
        for (var index = 0; index < lines.Count; index++)
        {
            var near = lines
                .Skip(Math.Max(0, index - Context))
                .Take(Math.Min(index, Context) + Context + 1)
                .Any(line => line.Mark != ' ');
            if (near && !shown)
                yield return FormattableString.Invariant($"@@ -{old} +{now} @@");
            if (near)
                yield return $"{lines[index].Mark}{lines[index].Text}";
            shown = near;
            old += lines[index].Mark == '+' ? 0 : 1;
            now += lines[index].Mark == '-' ? 0 : 1;
        }
    }

    static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    readonly record struct Line(char Mark, string Text);
}
