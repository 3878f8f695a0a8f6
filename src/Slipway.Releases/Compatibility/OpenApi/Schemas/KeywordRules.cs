using System.Text.Json;

namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>The keywords that speak of a value itself, after JSON Schema's validation vocabulary (2020-12, section 6).</summary>
static class KeywordRules
{
    public static IReadOnlyList<KeywordRule> All { get; } =
    [
        new(["type"], CompareTypes),
        new(["format"], Formats.Compare),
        new(["enum", "const"], Enums.Compare),
        Bounds.Lower("minimum", "exclusiveMinimum"),
        Bounds.Upper("maximum", "exclusiveMaximum"),
        Bounds.Lower("minLength"),
        Bounds.Upper("maxLength"),
        Bounds.Lower("minItems"),
        Bounds.Upper("maxItems"),
        Bounds.Lower("minProperties"),
        Bounds.Upper("maxProperties"),
        new(["multipleOf"], CompareMultiples),
        new(["pattern"], ComparePatterns),
        new(["uniqueItems"], CompareUniqueness),
    ];

    static Move? CompareTypes(Schema old, Schema @new)
    {
        var (before, after) = (old.Types, @new.Types);
        if (before == after)
            return null;
        var shift =
            (before & after) == after ? Shift.Narrowed
            : (before & after) == before ? Shift.Widened
            : Shift.Replaced;
        return new Move(shift, $"type: {JsonTypeNames.Write(before)} → {JsonTypeNames.Write(after)}");
    }

    static Move? CompareMultiples(Schema old, Schema @new)
    {
        var (before, after) = (Numbers("multipleOf", old), Numbers("multipleOf", @new));
        if (before == after)
            return null;
        var shift =
            before is null ? Shift.Narrowed
            : after is null ? Shift.Widened
            : after % before == 0 ? Shift.Narrowed
            : before % after == 0 ? Shift.Widened
            : Shift.Replaced;
        return new Move(shift, FormattableString.Invariant($"multipleOf: {Or(before)} → {Or(after)}"));
    }

    static object Or(decimal? value) => value is { } number ? number : "any";

    static decimal? Numbers(string keyword, Schema schema) =>
        schema
            .Said(keyword)
            .Select(node => node.Value.TryGetDecimal(out var number) && number > 0 ? number : (decimal?)null)
            .FirstOrDefault();

    static Move? ComparePatterns(Schema old, Schema @new)
    {
        var (before, after) = (Texts("pattern", old), Texts("pattern", @new));
        if (before.SetEquals(after))
            return null;
        var shift =
            before.IsSubsetOf(after) ? Shift.Narrowed
            : before.IsSupersetOf(after) ? Shift.Widened
            : Shift.Replaced;
        return new Move(shift, $"pattern: {List(before)} → {List(after)}");
    }

    static HashSet<string> Texts(string keyword, Schema schema) =>
        schema.Said(keyword).Select(node => node.Value.ToString()).ToHashSet(StringComparer.Ordinal);

    static string List(HashSet<string> texts) => texts.Count == 0 ? "none" : string.Join(" and ", texts);

    static Move? CompareUniqueness(Schema old, Schema @new) =>
        (IsUnique(old), IsUnique(@new)) switch
        {
            (false, true) => new Move(Shift.Narrowed, "uniqueItems: false → true"),
            (true, false) => new Move(Shift.Widened, "uniqueItems: true → false"),
            _ => null,
        };

    static bool IsUnique(Schema schema) =>
        schema.Said("uniqueItems").Any(node => node.Value.ValueKind == JsonValueKind.True);
}
