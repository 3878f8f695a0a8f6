namespace Slipway.Releases;

/// <summary>The category of Keep a Changelog that a change belongs to.</summary>
static class DraftCategories
{
    const string Usual = "Changed";

    static readonly Dictionary<string, string> OfTypes = new(StringComparer.Ordinal)
    {
        ["feat"] = "Added",
        ["feature"] = "Added",
        ["add"] = "Added",
        ["fix"] = "Fixed",
        ["bugfix"] = "Fixed",
        ["hotfix"] = "Fixed",
        ["perf"] = Usual,
        ["change"] = Usual,
        ["revert"] = Usual,
        ["deprecate"] = "Deprecated",
        ["remove"] = "Removed",
        ["security"] = "Security",
    };

    /// <summary>What nobody notices who only uses the software: Angular's types, which the specification points to.</summary>
    static readonly HashSet<string> Internal = new(StringComparer.Ordinal)
    {
        "build",
        "chore",
        "ci",
        "deps",
        "doc",
        "docs",
        "refactor",
        "release",
        "style",
        "test",
        "tests",
        "wip",
    };

    static readonly (string Stem, string Category)[] OfVerbs =
    [
        ("add", "Added"),
        ("introduce", "Added"),
        ("implement", "Added"),
        ("support", "Added"),
        ("fix", "Fixed"),
        ("correct", "Fixed"),
        ("repair", "Fixed"),
        ("remove", "Removed"),
        ("drop", "Removed"),
        ("delete", "Removed"),
        ("deprecate", "Deprecated"),
    ];

    public static bool IsInternal(string type) => Internal.Contains(type);

    public static bool IsKnown(string type) => OfTypes.ContainsKey(type) || Internal.Contains(type);

    public static string Of(ConventionalCommit message) =>
        message switch
        {
            { Type: null } => OfFirstWord(message.Description),
            { Type: "fix", Scope: "security" } => "Security",
            _ => OfTypes.GetValueOrDefault(message.Type, Usual),
        };

    /// <summary>A sentence in plain words mostly begins with what was done: <c>Add</c>, <c>Adds</c> or <c>Added</c>.</summary>
    static string OfFirstWord(string sentence)
    {
        var word = sentence.Split(' ', 2)[0];
        foreach (var (stem, category) in OfVerbs)
        {
            if (
                word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
                && word[stem.Length..].ToLowerInvariant() is "" or "s" or "es" or "d" or "ed"
            )
                return category;
        }

        return word is "Dropped" ? "Removed" : Usual;
    }
}
