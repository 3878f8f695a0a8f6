namespace Nuke.Common.Execution;

/// <summary>Keeps the values of secrets out of what is written: each becomes <c>[REDACTED]</c>.</summary>
internal static class SecretMasking
{
    public const string Mask = "[REDACTED]";

    // Longest first, so that a secret that is part of another does not leave the rest of it behind.
    private static string[] s_secrets = [];

    /// <summary>Hides these values from now on; of one with several lines, each line that says something.</summary>
    public static void Add(IEnumerable<string> values)
    {
        const int LeastLine = 4;
        var added = values
            .Where(x => !string.IsNullOrWhiteSpace(x))
            .SelectMany(x => x.Split('\n').Select(y => y.Trim()).Where(y => y.Length >= LeastLine).Prepend(x));
        s_secrets = [.. s_secrets.Union(added, StringComparer.Ordinal).OrderByDescending(x => x.Length)];
        if (s_secrets.Length > 0)
            MaskingWriter.Install();
    }

    /// <summary>The text with every secret replaced.</summary>
    public static string Apply(string text)
    {
        foreach (var secret in s_secrets)
        {
            if (text.Contains(secret, StringComparison.Ordinal))
                text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Forgets all values.</summary>
    public static void Clear() => s_secrets = [];
}
