using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>A repository's own <c>config</c>, as far as remotes and branches need it; files that it includes are not read.</summary>
internal sealed class GitConfig(AbsolutePath file)
{
    private readonly Lazy<string[]> _lines = new(() => file.FileExists() ? file.ReadAllLines() : []);

    /// <summary>The last value of a key in a section such as <c>[remote "origin"]</c>; null when there is none.</summary>
    public string? Get(string section, string subsection, string key)
    {
        string? value = null;
        var isHere = false;
        foreach (var line in _lines.Value.Select(x => x.Trim()))
        {
            if (line.StartsWith('['))
                isHere = line.Equals($"[{section} \"{subsection}\"]", StringComparison.Ordinal);
            else if (isHere && line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var text])
                value = name.Equals(key, StringComparison.OrdinalIgnoreCase) ? text.Trim('"') : value;
        }

        return value;
    }
}
