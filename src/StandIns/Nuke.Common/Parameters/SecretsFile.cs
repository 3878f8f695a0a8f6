using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nuke.Common.Execution;

/// <summary>A parameters file whose secrets are changed; everything else in it stays, but for comments.</summary>
internal sealed class SecretsFile
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };
    private readonly JsonObject _values;

    private SecretsFile(JsonObject values) => _values = values;

    /// <summary>Whether there is no secret in it yet, so that any password will do.</summary>
    public bool IsNew => !Encrypted().Any();

    /// <exception cref="BuildInputException">The text is no JSON object.</exception>
    public static SecretsFile Parse(string text, string path)
    {
        try
        {
            var options = new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            };
            return JsonNode.Parse(text, documentOptions: options) is JsonObject values
                ? new SecretsFile(values)
                : throw new BuildInputException($"{path} must hold one JSON object.");
        }
        catch (JsonException exception)
        {
            throw new BuildInputException(
                $"{path}({exception.LineNumber + 1}): not valid JSON. Correct it, or delete the file."
            );
        }
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Whether all secrets in it were encrypted with the password.</summary>
    public bool IsOpenedBy(string password) => Encrypted().All(x => Secrets.TryDecrypt(x, password) != null);

    public void Set(string name, string value, string password) => _values[name] = Secrets.Encrypt(value, password);

    public override string ToString() => _values.ToJsonString(s_indented) + "\n";

    private IEnumerable<string> Encrypted() =>
        _values
            .Select(x => x.Value as JsonValue)
            .Select(x => x != null && x.TryGetValue<string>(out var text) ? text : "")
            .Where(Secrets.IsEncrypted);
}
