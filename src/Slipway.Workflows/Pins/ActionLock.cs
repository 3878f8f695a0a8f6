using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Pins;

/// <summary>
/// The lock file of actions: a JSON object by name, each with <c>version</c> and <c>commit</c>. A person adds a name with a
/// version; the commit comes from <see cref="ActionUpdate"/>.
/// </summary>
public static partial class ActionLock
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="file">Named in errors.</param>
    /// <exception cref="WorkflowException">It is no lock file.</exception>
    public static ActionPins Parse(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ActionPins(
                    ValueMap.From(
                        document
                            .RootElement.EnumerateObject()
                            .Select(entry => new Entry<ActionPin>(Name(entry.Name, file), Pin(entry, file)))
                    )
                )
                : throw Wrong(file, "it is no JSON object of actions by name");
        }
        catch (JsonException failure)
        {
            throw new WorkflowException($"{file} is no lock file of actions: {failure.Message}", failure);
        }
        catch (ArgumentException failure)
        {
            throw new WorkflowException($"{file} is no lock file of actions: {failure.Message}", failure);
        }
    }

    /// <returns>The file's text: an action a line, by name.</returns>
    public static string Write(ActionPins pins)
    {
        var lines = pins
            .Actions.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry =>
            {
                var commit = entry.Value.Commit is { } sha ? $", \"commit\": {Quote(sha)}" : "";
                return $"  {Quote(entry.Key)}: {{ \"version\": {Quote(entry.Value.Version)}{commit} }}";
            });
        return new StringBuilder("{\n").AppendJoin(",\n", lines).Append("\n}\n").ToString();
    }

    static string Name(string name, string file) =>
        ActionName().IsMatch(name) ? name : throw Wrong(file, $"'{name}' is no action: write owner/name");

    static ActionPin Pin(JsonProperty entry, string file)
    {
        if (Text(entry.Value, "version") is not { Length: > 0 } version)
            throw Wrong(file, $"'{entry.Name}' has no version");
        var commit = Text(entry.Value, "commit");
        return commit is null || Sha().IsMatch(commit)
            ? new ActionPin(version, commit)
            : throw Wrong(file, $"the commit of '{entry.Name}' is no full SHA: '{commit}'");
    }

    static string? Text(JsonElement pin, string name) =>
        pin.ValueKind == JsonValueKind.Object
        && pin.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    static string Quote(string text) => JsonSerializer.Serialize(text);

    static WorkflowException Wrong(string file, string problem) =>
        new($"{file} is no lock file of actions: {problem}.");

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ActionName();

    [GeneratedRegex(
        @"^[0-9a-f]{40}([0-9a-f]{24})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Sha();
}
