using System.Collections;

namespace Nuke.Common.Execution;

/// <summary>
/// Environment variables by parameter name: exactly, or with case and punctuation ignored, with or without the prefix
/// <c>NUKE</c>. <c>NUKE_API_KEY</c>, <c>API_KEY</c> and <c>ApiKey</c> all name the parameter <c>ApiKey</c>.
/// </summary>
internal sealed class EnvironmentParameters
{
    private const string Prefix = "NUKE";
    private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byPlainName = new(StringComparer.OrdinalIgnoreCase);

    public EnvironmentParameters(IDictionary variables)
    {
        foreach (DictionaryEntry variable in variables)
        {
            var name = (string)variable.Key;
            _exact[name] = (string?)variable.Value ?? "";
            var plain = Plain(name);
            if (!_byPlainName.TryGetValue(plain, out var names))
                _byPlainName[plain] = names = [];
            names.Add(name);
        }
    }

    /// <summary>
    /// The variable that gives the parameter its value, or none. When several do and none has exactly its name, they are
    /// all returned as <c>Ambiguous</c>, and none counts.
    /// </summary>
    public (string? Name, string? Value, IReadOnlyList<string> Ambiguous) Find(string parameter)
    {
        if (_exact.TryGetValue(parameter, out var value))
            return (parameter, value, []);

        var plain = Plain(parameter);
        List<string> names =
        [
            .. _byPlainName.GetValueOrDefault(plain, []),
            .. _byPlainName.GetValueOrDefault(Prefix + plain, []),
        ];
        return names switch
        {
            [] => (null, null, []),
            [var single] => (single, _exact[single], []),
            _ => (null, null, names),
        };
    }

    private static string Plain(string name) =>
        name.All(char.IsLetterOrDigit) ? name : string.Concat(name.Where(char.IsLetterOrDigit));
}
