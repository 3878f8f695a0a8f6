namespace Slipway.Workflows.Caching.Keys;

/// <summary>What is not as it was, for a person: one line for each thing, files last and only a few of them.</summary>
public static class Difference
{
    /// <summary>So many files are named, the others counted.</summary>
    public const int ShownFiles = 5;

    /// <returns>Empty: nothing is different.</returns>
    public static IReadOnlyList<string> Between(IEnumerable<Ingredient> before, IEnumerable<Ingredient> now)
    {
        var old = ByName(before);
        var current = ByName(now);
        var changes = current
            .Where(item =>
                !old.TryGetValue(item.Key, out var value) || !value.Equals(item.Value, StringComparison.Ordinal)
            )
            .Select(item => (item.Key.Kind, item.Key.Name, What: old.ContainsKey(item.Key) ? "changed" : "added"))
            .Concat(
                old.Keys.Where(key => !current.ContainsKey(key)).Select(key => (key.Kind, key.Name, What: "removed"))
            )
            .OrderBy(change => change.Kind is IngredientKind.File)
            .ThenBy(change => change.Kind)
            .ThenBy(change => change.Name, StringComparer.Ordinal)
            .Select(change => (change.Kind, Text: $"{Word(change.Kind)}{change.Name} {change.What}"))
            .ToList();

        var files = changes.Count(change => change.Kind is IngredientKind.File);
        var shown = changes.Take(changes.Count - Math.Max(0, files - ShownFiles)).Select(change => change.Text);
        return files > ShownFiles ? [.. shown, $"and {files - ShownFiles} more files"] : [.. shown];
    }

    static Dictionary<(IngredientKind Kind, string Name), string> ByName(IEnumerable<Ingredient> ingredients)
    {
        var found = new Dictionary<(IngredientKind, string), string>();
        foreach (var ingredient in ingredients)
            found[(ingredient.Kind, ingredient.Name)] = ingredient.Value;
        return found;
    }

    static string Word(IngredientKind kind) =>
        kind switch
        {
            IngredientKind.Definition => "",
            IngredientKind.File => "file ",
            IngredientKind.Parameter => "parameter ",
            IngredientKind.Tool => "tool ",
            IngredientKind.Variable => "environment variable ",
            _ => "inputs of ",
        };
}
