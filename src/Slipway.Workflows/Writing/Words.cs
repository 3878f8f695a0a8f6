using System.Diagnostics.CodeAnalysis;

namespace Slipway.Workflows.Writing;

/// <summary>An enum's members as workflows spell them: in lower case.</summary>
static class Words
{
    [SuppressMessage("Globalization", "CA1308", Justification = "Lower case is the format's, not a normal form.")]
    public static string? Of<T>(T? member)
        where T : struct, Enum => member?.ToString().ToLowerInvariant();

    /// <summary>Null when there is no such member.</summary>
    public static T? Parse<T>(string word)
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (Of<T>(member)!.Equals(word, StringComparison.Ordinal))
                return member;
        }
        return null;
    }
}
