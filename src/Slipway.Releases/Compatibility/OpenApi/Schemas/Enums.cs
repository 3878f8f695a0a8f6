using System.Text.Json;

namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>The values that are allowed by name; <c>const</c> allows one. Null is the type's to allow.</summary>
static class Enums
{
    public static Move? Compare(Schema old, Schema @new)
    {
        var (before, after) = (Of(old), Of(@new));
        if (before is null && after is null)
            return null;
        if (before is null)
            return new Move(Shift.Narrowed, $"enum: anything → {Names(after!)}");
        if (after is null)
            return new Move(Shift.Widened, $"enum: {Names(before)} → anything");
        var (gone, added) = (
            before.Except(after, StringComparer.Ordinal).ToList(),
            after.Except(before, StringComparer.Ordinal).ToList()
        );
        return (gone, added) switch
        {
            ([], []) => null,
            (_, []) => new Move(Shift.Narrowed, $"enum: {Names(gone)} gone"),
            ([], _) => new Move(Shift.Widened, $"enum: {Names(added)} new"),
            _ => new Move(Shift.Replaced, $"enum: {Names(gone)} gone, {Names(added)} new"),
        };
    }

    static List<string>? Of(Schema schema)
    {
        List<string>? allowed = null;
        foreach (
            var values in schema
                .Said("enum")
                .Select(node => node.Items)
                .Concat(schema.Said("const").Select(node => new[] { node }))
        )
        {
            var texts = values.Select(Text).Where(text => text is not "null").ToList();
            allowed = allowed is null ? texts : [.. allowed.Intersect(texts, StringComparer.Ordinal)];
        }

        return allowed;
    }

    static string Text(Node value) =>
        value.Value.ValueKind == JsonValueKind.String ? $"'{value.Value.GetString()}'" : value.Value.GetRawText();

    static string Names(IEnumerable<string> values) => string.Join(", ", values);
}
