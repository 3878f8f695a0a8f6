using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Releases.Compatibility;

namespace Slipway.Components.Compatibility;

/// <summary>What <c>ValidateVersion --json</c> prints.</summary>
/// <param name="Last">The last release's version; null: there is none.</param>
/// <param name="Bump">How far the version is above it.</param>
/// <param name="Needed">The least bump that the changes ask for, with the rule for versions before 1.0.0 applied.</param>
/// <param name="Least">The least version that they allow.</param>
/// <param name="Allowed">Why it may say less; null: nothing was allowed.</param>
/// <param name="Evidence">What each finding needs is said as from 1.0.0 on.</param>
sealed record BumpReport(
    string? Last,
    string Version,
    Bump Bump,
    Bump Needed,
    string? Least,
    bool Holds,
    string? Allowed,
    IReadOnlyList<Evidence> Evidence
)
{
    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Bump>(JsonNamingPolicy.CamelCase) },
    };

    public static BumpReport Of(BumpVerdict verdict, string? allowed) =>
        new(
            verdict.Last?.ToString(),
            verdict.Version.ToString(),
            verdict.Bump,
            verdict.Needed,
            verdict.Least?.ToString(),
            verdict.Holds,
            allowed,
            verdict.Evidence
        );

    public string ToJson() => JsonSerializer.Serialize(this, s_options);
}
