using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Workflows.Running;

/// <summary>
/// A pattern of <c>@actions/glob</c>: <c>*</c>, <c>?</c>, <c>[abc]</c>, <c>**</c>; hidden files match too, and a pattern
/// that names a directory matches all in it.
/// </summary>
sealed class GlobPattern
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    readonly Regex _regex;

    public GlobPattern(string pattern)
    {
        var text = pattern.TrimStart('!');
        // Each ! turns the meaning round, as there.
        IsExclusion = (pattern.Length - text.Length) % 2 == 1;
        var segments = text.Trim().Split('/').Where(segment => segment is not ("" or ".")).ToList();
        Start = string.Join('/', segments.TakeWhile(segment => segment.IndexOfAny(['*', '?', '[']) < 0));
        _regex = new Regex(
            $"^{string.Join("", segments.Select((segment, index) => Segment(segment, index, segments.Count)))}$",
            RegexOptions.CultureInvariant,
            Limit
        );
    }

    public bool IsExclusion { get; }

    /// <summary>The path in front of the first segment with a wildcard: a walk may begin there.</summary>
    public string Start { get; }

    /// <param name="path">Relative, with '/'.</param>
    public bool IsMatch(string path) => _regex.IsMatch(path);

    static string Segment(string segment, int index, int count) =>
        segment is "**"
            ? index == count - 1
                ? ".*"
                : "(?:[^/]+/)*"
            : Name(segment) + (index == count - 1 ? "(?:/.*)?" : "/");

    static string Name(string segment)
    {
        var regex = new StringBuilder();
        for (var at = 0; at < segment.Length; at++)
        {
            var close = segment[at] == '[' ? segment.IndexOf(']', at + 1) : -1;
            if (close > at + 1)
            {
                var set = segment[(at + 1)..close].Replace(@"\", @"\\", StringComparison.Ordinal);
                regex.Append('[').Append(set[0] == '!' ? $"^{set[1..]}" : set).Append(']');
                at = close;
                continue;
            }
            regex.Append(
                segment[at] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var character => Regex.Escape(character.ToString()),
                }
            );
        }
        return regex.ToString();
    }
}
