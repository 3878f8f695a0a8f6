using System.Text.Json.Nodes;

namespace Slipway.Testing.GitHub;

/// <summary>What the server answers, in GitHub's words.</summary>
sealed record Answer(int Status, JsonNode? Body = null)
{
    const string Reference = "https://docs.github.com/rest";

    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The content of an asset, and no JSON.</summary>
    public byte[]? Content { get; init; }

    /// <summary>A page for people, as the proxies before GitHub answer.</summary>
    public string? Html { get; init; }

    public static Answer Error(int status, string message) =>
        new(
            status,
            new JsonObject
            {
                ["message"] = message,
                ["documentation_url"] = Reference,
                ["status"] = $"{status}",
            }
        );

    public static Answer NotFound { get; } = Error(404, "Not Found");

    public static Answer Invalid(string resource, string field, string code)
    {
        var answer = Error(422, "Validation Failed");
        answer.Body!["errors"] = new JsonArray(
            new JsonObject
            {
                ["resource"] = resource,
                ["field"] = field,
                ["code"] = code,
            }
        );
        return answer;
    }
}
