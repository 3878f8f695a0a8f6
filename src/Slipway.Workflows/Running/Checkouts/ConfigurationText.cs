using System.Text;

namespace Slipway.Workflows.Running.Checkouts;

/// <summary>Settings as git reads them from a file (git-config(1), "Syntax").</summary>
static class ConfigurationText
{
    /// <param name="settings">Keys as <c>git config --list</c> prints them: section, subsection if there is one, name.</param>
    public static string Of(IEnumerable<(string Key, string Value)> settings)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in settings)
        {
            var first = key.IndexOf('.', StringComparison.Ordinal);
            var last = key.LastIndexOf('.');
            text.Append('[').Append(key, 0, first);
            if (last > first)
                text.Append(" \"").Append(Escaped(key[(first + 1)..last])).Append('"');
            text.Append("]\n\t").Append(key, last + 1, key.Length - last - 1);
            text.Append(" = \"").Append(Escaped(value).Replace("\n", "\\n", StringComparison.Ordinal)).Append("\"\n");
        }
        return text.ToString();
    }

    static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
