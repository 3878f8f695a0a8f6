namespace Nuke.Common.Execution;

/// <summary>Names that somebody may have meant.</summary>
internal static class NearMisses
{
    /// <summary><c> Did you mean 'Compile'?</c>, or nothing when no name is near.</summary>
    public static string Ask(string name, IEnumerable<string> known)
    {
        var near = known
            .Where(x => IsNear(name, x))
            .OrderBy(x => Distance(name, x))
            .Take(3)
            .Select(x => $"'{x}'")
            .ToList();
        return near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "";
    }

    private static bool IsNear(string name, string known) =>
        Distance(name, known) <= Math.Max(1, Math.Min(name.Length, known.Length) / 3)
        || (name.Length >= 3 && known.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>How many characters must be inserted, removed or replaced, case ignored (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + replaced);
            }

            previous = current;
        }

        return previous[^1];
    }
}
