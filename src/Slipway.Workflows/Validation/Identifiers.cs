using System.Text.RegularExpressions;

namespace Slipway.Workflows.Validation;

/// <summary>The ids of jobs and steps.</summary>
static partial class Identifiers
{
    const int MaximalLength = 99;

    /// <returns>Null when it is right, else what is wrong with it.</returns>
    public static string? Check(string id)
    {
        if (!Pattern().IsMatch(id))
            return $"the id '{id}' may hold letters, digits, '-' and '_', and begins with a letter or '_'";
        if (id.StartsWith("__", StringComparison.Ordinal))
            return $"the id '{id}' begins with '__', which GitHub keeps for itself";
        return id.Length > MaximalLength ? $"the id '{id}' is longer than {MaximalLength} characters" : null;
    }

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
