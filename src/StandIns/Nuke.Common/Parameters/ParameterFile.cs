using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>One of <c>.nuke/parameters.json</c> and <c>.nuke/parameters.&lt;profile>.json</c>. Its keys are case-sensitive.</summary>
internal sealed class ParameterFile
{
    private static readonly JsonDocumentOptions s_options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly JsonElement _values;

    private ParameterFile(string path, string profile, JsonElement values)
    {
        Path = path;
        Profile = profile;
        _values = values;
    }

    public string Path { get; }

    public string Profile { get; }

    /// <summary>The names that have values, but for the reference to the schema.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            foreach (var property in _values.EnumerateObject())
            {
                if (!property.NameEquals("$schema"))
                    yield return property.Name;
            }
        }
    }

    public JsonElement? Find(string name) => _values.TryGetProperty(name, out var value) ? value : null;

    /// <exception cref="BuildInputException">The file cannot be read, or is no JSON object.</exception>
    public static ParameterFile Read(string path, string profile)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), s_options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ParameterFile(path, profile, document.RootElement.Clone())
                : throw new BuildInputException($"{path} must hold one JSON object: {{ \"Name\": \"value\" }}.");
        }
        catch (JsonException exception)
        {
            var (line, column) = (exception.LineNumber + 1, exception.BytePositionInLine + 1);
            var reason = exception.Message.Split(" LineNumber:")[0];
            throw new BuildInputException(
                $"{path}({line},{column}): not valid JSON. {reason} Correct it, or delete the file."
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BuildInputException($"{path} cannot be read: {exception.Message}");
        }
    }
}
