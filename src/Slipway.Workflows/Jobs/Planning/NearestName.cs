namespace Slipway.Workflows.Jobs.Planning;

/// <summary>What somebody may have meant.</summary>
static class NearestName
{
    /// <returns>Null when no name is near: more than a third of it would have to change.</returns>
    public static string? Of(string name, IEnumerable<string> known) =>
        known
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= Math.Max(1, name.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    /// <summary>As the end of a remedy: which name is near, or which there are.</summary>
    public static string Ask(string name, IReadOnlyCollection<string> known) =>
        Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?"
        : known.Count == 0 ? "There is none"
        : $"There are: {string.Join(", ", known)}";

    /// <summary>How many characters must be inserted, removed or replaced, without case (Levenshtein).</summary>
    static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var letter in left)
        {
            var current = new int[right.Length + 1];
            current[0] = previous[0] + 1;
            for (var at = 1; at <= right.Length; at++)
            {
                var same = char.ToUpperInvariant(letter) == char.ToUpperInvariant(right[at - 1]);
                current[at] = Math.Min(Math.Min(current[at - 1], previous[at]) + 1, previous[at - 1] + (same ? 0 : 1));
            }
            previous = current;
        }
        return previous[^1];
    }
}
