namespace Slipway.Workflows.Expressions;

/// <summary>The names that an expression may use.</summary>
static class Functions
{
    const int Many = 255;

    static readonly Dictionary<string, (int Least, int Most)> Arguments = new(StringComparer.OrdinalIgnoreCase)
    {
        ["case"] = (3, Many),
        ["contains"] = (2, 2),
        ["endsWith"] = (2, 2),
        ["format"] = (1, Many),
        ["fromJSON"] = (1, 1),
        ["hashFiles"] = (1, Many),
        ["join"] = (1, 2),
        ["startsWith"] = (2, 2),
        ["toJSON"] = (1, 1),
        ["always"] = (0, 0),
        ["cancelled"] = (0, 0),
        ["failure"] = (0, Many),
        ["success"] = (0, Many),
    };

    static readonly HashSet<string> Contexts = new(StringComparer.OrdinalIgnoreCase)
    {
        "env",
        "github",
        "inputs",
        "job",
        "jobs",
        "matrix",
        "needs",
        "runner",
        "secrets",
        "steps",
        "strategy",
        "vars",
    };

    public static bool IsContext(string name) => Contexts.Contains(name);

    /// <returns>Null when the call is right, else what is wrong with it.</returns>
    public static string? Check(string name, int count)
    {
        if (!Arguments.TryGetValue(name, out var takes))
            return $"there is no function '{name}', only {string.Join(", ", Arguments.Keys)}";
        if (count < takes.Least)
            return $"'{name}' takes at least {takes.Least} arguments";
        if (count > takes.Most)
            return takes.Most == 0 ? $"'{name}' takes no arguments" : $"'{name}' takes at most {takes.Most} arguments";
        return name.Equals("case", StringComparison.OrdinalIgnoreCase) && count % 2 == 0
            ? "'case' takes pairs of condition and value, and one more value"
            : null;
    }

    public static string ContextNames => string.Join(", ", Contexts);
}
