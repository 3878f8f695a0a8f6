using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>A branch's name as one identifier of a pre-release: letters, digits and dashes.</summary>
static partial class BranchLabel
{
    /// <summary>An image's tag has at most 128 characters; the version's other parts need their share.</summary>
    const int Longest = 60;

    /// <param name="branch">Null for a detached HEAD.</param>
    public static string Of(string? branch)
    {
        if (branch is null)
            return "detached";
        var label = Foreign().Replace(branch, "-");
        label = label[..Math.Min(label.Length, Longest)].Trim('-');
        // Digits alone would be a number, which may not begin with 0 and would sort before every word.
        return label.All(char.IsAsciiDigit) ? $"branch-{label}".TrimEnd('-') : label;
    }

    [GeneratedRegex("[^0-9A-Za-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Foreign();
}
