using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Verification.Waivers;

/// <summary>
/// The file of waivers, <c>.nuke/waivers.json</c>:
/// <c>{ "advisories": [ { "advisory": "GHSA-…", "reason": "…", "until": "2026-03-31" } ] }</c>. Comments are allowed.
/// </summary>
public static class WaiverFile
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new NonEmptyText() },
    };

    /// <summary>No file is no waiver.</summary>
    /// <exception cref="VerificationException">The file is malformed; the message names its line.</exception>
    public static IReadOnlyList<Waiver> Read(string path) =>
        File.Exists(path) ? Parse(File.ReadAllText(path), path) : [];

    /// <param name="path">For the error message; not read.</param>
    /// <exception cref="VerificationException">The text is malformed; the message names its line.</exception>
    public static IReadOnlyList<Waiver> Parse(string text, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(text, Options)!.Advisories;
        }
        catch (JsonException malformed)
        {
            var line = (malformed.LineNumber ?? 0) + 1;
            throw new VerificationException(
                $"{path}:{line}: not a waiver file: {Reason(malformed)} It looks like"
                    + """ {"advisories": [{"advisory": "GHSA-…", "reason": "…", "until": "2026-03-31"}]}""",
                malformed
            );
        }
    }

    /// <summary>The parser's sentence, without the position that it appends.</summary>
    static string Reason(JsonException malformed)
    {
        var position = malformed.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return position < 0 ? malformed.Message : malformed.Message[..position];
    }

    sealed record Content(IReadOnlyList<Waiver> Advisories);

    sealed class NonEmptyText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            return string.IsNullOrWhiteSpace(text) ? throw new JsonException("A text is empty or none.") : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }
}
