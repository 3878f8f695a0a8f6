using System.Text.Json;

namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>Compares the members of an object.</summary>
/// <param name="compare">Compares two schemas further down.</param>
sealed class ObjectComparison(Findings findings, string operation, Direction direction, Action<Schema, Schema> compare)
{
    public void Compare(Schema old, Schema @new)
    {
        var (before, after) = (old.Properties(direction), @new.Properties(direction));
        foreach (var (name, property) in before)
        {
            if (after.TryGetValue(name, out var kept))
                compare(property, kept);
            else
                Add(
                    SchemaRules.RequestPropertyRemoved,
                    SchemaRules.ResponsePropertyRemoved,
                    property.Pointer,
                    $"the property '{name}' is gone"
                );
        }

        CompareRequired(old, @new, before.Keys, after);
        CompareOthers(old, @new);
    }

    void CompareRequired(Schema old, Schema @new, IEnumerable<string> before, IReadOnlyDictionary<string, Schema> after)
    {
        var known = before.ToHashSet(StringComparer.Ordinal);
        foreach (var (name, property) in after)
        {
            var isRequired = @new.Required.Contains(name);
            if (!known.Contains(name) && !(isRequired && old.Required.Contains(name)))
                Add(
                    isRequired ? SchemaRules.RequestPropertyAddedRequired : SchemaRules.RequestPropertyAdded,
                    SchemaRules.ResponsePropertyAdded,
                    property.Pointer,
                    $"the property '{name}' is new{(isRequired && direction == Direction.Request ? " and required" : "")}"
                );
            else if (isRequired && !old.Required.Contains(name))
                Add(
                    SchemaRules.RequestPropertyRequired,
                    SchemaRules.ResponsePropertyRequired,
                    property.Pointer,
                    $"the property '{name}' is required now"
                );
            else if (!isRequired && old.Required.Contains(name))
                Add(
                    SchemaRules.RequestPropertyOptional,
                    SchemaRules.ResponsePropertyOptional,
                    property.Pointer,
                    $"the property '{name}' may be missing now"
                );
        }
    }

    /// <summary>
    /// Members without a name of their own. Whether a response may have them at all is no change: clients ignore what they
    /// do not know.
    /// </summary>
    void CompareOthers(Schema old, Schema @new)
    {
        var (before, after) = (Others(old), Others(@new));
        var (wasClosed, isClosed) = (IsClosed(before), IsClosed(after));
        if (wasClosed || isClosed)
        {
            if (wasClosed != isClosed && direction == Direction.Request)
                findings.Add(
                    SchemaRules.Of(direction, isClosed ? Shift.Narrowed : Shift.Widened),
                    operation,
                    @new.Place("additionalProperties"),
                    isClosed ? "other properties are refused now" : "other properties are allowed now"
                );
        }
        else if (before is not null || after is not null)
            compare(old.Below(before), @new.Below(after));
    }

    static Node? Others(Schema schema) =>
        schema
            .Said("additionalProperties")
            .OrderByDescending(node => IsClosed(node))
            .Select(node => (Node?)node)
            .FirstOrDefault();

    static bool IsClosed(Node? others) => others is { Value.ValueKind: JsonValueKind.False };

    void Add(OpenApiRule request, OpenApiRule response, string pointer, string what) =>
        findings.Add(direction == Direction.Request ? request : response, operation, pointer, what);
}
