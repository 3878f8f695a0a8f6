namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>
/// A format narrows what a type allows (OpenAPI's registry: spec.openapis.org/registry/format). Only of numbers is it known
/// which one holds another.
/// </summary>
static class Formats
{
    static readonly string[][] Growing =
    [
        ["int8", "int16", "int32", "int64"],
        ["uint8", "uint16", "uint32", "uint64"],
        ["float", "double"],
    ];

    public static Move? Compare(Schema old, Schema @new)
    {
        var (before, after) = (Of(old), Of(@new));
        if (string.Equals(before, after, StringComparison.Ordinal))
            return null;
        var shift =
            before is null ? Shift.Narrowed
            : after is null ? Shift.Widened
            : Holds(after, before) ? Shift.Widened
            : Holds(before, after) ? Shift.Narrowed
            : Shift.Replaced;
        return new Move(shift, $"format: {before ?? "any"} → {after ?? "any"}");
    }

    static string? Of(Schema schema) => schema.Said("format").Select(node => node.Value.ToString()).FirstOrDefault();

    static bool Holds(string wide, string narrow) =>
        Growing.Any(names => Array.IndexOf(names, narrow) is >= 0 and var at && Array.IndexOf(names, wide) > at);
}
