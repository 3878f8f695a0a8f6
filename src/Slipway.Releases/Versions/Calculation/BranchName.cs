namespace Slipway.Releases;

/// <summary>A version that a branch's name carries, such as that of <c>release/1.2.0</c>.</summary>
static class BranchName
{
    /// <param name="name">Without <c>origin/</c>.</param>
    /// <returns>The version and what stands behind it in the name; null for none.</returns>
    public static (VersionNumber Version, string? Suffix)? Version(string name, VersionConfiguration configuration)
    {
        var text = new VersionText(configuration.TagPrefix, configuration.Format);
        var pattern = Pattern.Of('^' + (configuration.VersionInBranch ?? "").TrimStart('^'));
        var separator =
            name.Contains('/', StringComparison.Ordinal) || !name.Contains('-', StringComparison.Ordinal) ? '/' : '-';
        var length = 0;
        foreach (var part in name.Split(separator))
        {
            if (part.Length == 0)
                return null;
            var match = pattern.Match(part);
            if (match.Success && text.TryRead(match.Groups["version"].Value, out var version))
            {
                var rest = name[(length + match.Groups["version"].Length)..].Trim('-');
                return (version, rest.Length == 0 ? null : rest);
            }
            length += part.Length + 1;
        }
        return null;
    }
}
