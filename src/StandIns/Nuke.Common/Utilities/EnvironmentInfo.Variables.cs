// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Collections;
using System.Collections.ObjectModel;
using System.Text.RegularExpressions;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>All environment variables of this process, as they are now.</summary>
    public static ReadOnlyDictionary<string, string> Variables =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(x => (string)x.Key, x => (string)x.Value ?? string.Empty, StringComparer.Ordinal)
            .AsReadOnly();

    /// <summary>The directories of <c>PATH</c>, with variables in them replaced.</summary>
    public static IReadOnlyCollection<string> Paths =>
        (GetVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(ExpandVariables)
            .ToList();

    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value) => SetVariable(name, value?.ToString());

    public static void RemoveVariable(string name) => SetVariable(name, value: null);

    /// <summary>Replaces <c>%NAME%</c> on Windows, a leading <c>~</c> and <c>$NAME</c> elsewhere.</summary>
    public static string ExpandVariables(string value)
    {
        if (IsWin)
            return Environment.ExpandEnvironmentVariables(value);
        if (value.StartsWith('~'))
            value = GetVariable("HOME") + value[1..];
        return value.Contains('$', StringComparison.Ordinal)
            ? UnixVariable().Replace(value, x => GetVariable(x.Groups["name"].Value) ?? string.Empty)
            : value;
    }

    [GeneratedRegex(@"\$(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnixVariable();
}
