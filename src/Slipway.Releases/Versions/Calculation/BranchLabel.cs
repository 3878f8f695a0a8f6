using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>The label that a branch gives to its pre-releases.</summary>
static partial class BranchLabel
{
    /// <param name="branch">Without <c>origin/</c>.</param>
    /// <returns>Null: versions of every label count, and keep theirs.</returns>
    /// <exception cref="ReleaseException">The configured label asks for something that is not there.</exception>
    public static string? Of(EffectiveRules rules, string branch, Func<string, string?> environment)
    {
        if (rules.Label is not { } label)
            return null;
        if (!label.Contains('{', StringComparison.Ordinal))
            return ForeignToLabels().Replace(label, "-");
        var groups = Groups(rules.Regex, branch);
        return ForeignToLabels()
            .Replace(
                TextTemplate.Expand(label, name => groups.GetValueOrDefault(name), environment, $"the label '{label}'"),
                "-"
            );
    }

    static Dictionary<string, string> Groups(string? regex, string branch)
    {
        Dictionary<string, string> groups = new(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(regex) || branch.Length == 0)
            return groups;
        var pattern = Pattern.Of(regex);
        var match = pattern.Match(branch);
        if (!match.Success)
            return groups;
        foreach (var name in pattern.GroupNames)
            groups[name] = ForeignToNames().Replace(match.Groups[name].Value, "-");
        return groups;
    }

    [GeneratedRegex("[^a-zA-Z0-9.-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForeignToLabels();

    [GeneratedRegex("[^a-zA-Z0-9-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForeignToNames();
}
