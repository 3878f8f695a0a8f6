using System.Globalization;
using System.Text.Json;
using Slipway.Delivery.Environments;

namespace Slipway.Platforms.Local.Probes;

/// <summary>Says whether an answer is the one that a smoke check expects: a pure function.</summary>
static class SmokeJudge
{
    const int ShownOfBody = 200;

    /// <summary>Null: it is; else what is wrong with it.</summary>
    public static string? Fault(SmokeCheck check, Revision revision, int status, string body)
    {
        if (status != check.Status)
            return $"answered {status} instead of {check.Status}: {Shown(body)}";
        if (check.BodyContains is { } text && !body.Contains(text, StringComparison.Ordinal))
            return $"answered without '{text}': {Shown(body)}";
        return check.JsonEquals.Count == 0 ? null : JsonFault(check, revision, body);
    }

    static string? JsonFault(SmokeCheck check, Revision revision, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return check
                .JsonEquals.Select(expected =>
                    ValueFault(document.RootElement, expected.Key, Expected(expected.Value, revision))
                )
                .FirstOrDefault(fault => fault is not null);
        }
        catch (JsonException)
        {
            return $"answered with something that is not JSON: {Shown(body)}";
        }
    }

    static string? ValueFault(JsonElement root, string path, string expected)
    {
        var found = root;
        foreach (var name in path.Split('.'))
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
                return $"answered without '{path}'";
        }

        return string.Equals(found.ToString(), expected, StringComparison.Ordinal)
            ? null
            : $"answered with {path} '{found}' instead of '{expected}'";
    }

    static string Expected(string value, Revision revision) =>
        value
            .Replace(SmokeCheck.WantedVersion, revision.Version, StringComparison.Ordinal)
            .Replace(SmokeCheck.WantedCommit, revision.Commit, StringComparison.Ordinal);

    static string Shown(string body) =>
        body.Length == 0 ? "an empty body"
        : body.Length <= ShownOfBody ? body
        : string.Create(CultureInfo.InvariantCulture, $"{body[..ShownOfBody]}… ({body.Length} characters)");
}
