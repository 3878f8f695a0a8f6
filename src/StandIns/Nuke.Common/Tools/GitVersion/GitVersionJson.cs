using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>Reads what <c>gitversion /output json</c> prints: some versions write numbers where others write texts.</summary>
internal static class GitVersionJson
{
    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    public static GitVersion Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var variables = document
            .RootElement.EnumerateObject()
            .ToDictionary(x => x.Name, x => x.Value, StringComparer.OrdinalIgnoreCase);
        var constructor = typeof(GitVersion).GetConstructors().Single();
        var arguments = constructor.GetParameters().Select(x => Value(x, variables)).ToArray();
        return (GitVersion)constructor.Invoke(arguments);
    }

    private static object? Value(ParameterInfo parameter, Dictionary<string, JsonElement> variables)
    {
        var text = variables.TryGetValue(parameter.Name!, out var value) ? value.ToString() : null;
        if (parameter.ParameterType == typeof(string))
            return text;
        if (!string.IsNullOrEmpty(text))
            return int.Parse(text, CultureInfo.InvariantCulture);
        return parameter.ParameterType == typeof(int) ? 0 : null;
    }
}
