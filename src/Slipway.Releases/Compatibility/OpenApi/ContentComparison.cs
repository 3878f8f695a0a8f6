using Slipway.Releases.Compatibility.OpenApi.Schemas;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>Compares the content types of a body, and for each one what it looks like.</summary>
sealed class ContentComparison(
    OpenApiDocument old,
    OpenApiDocument @new,
    SchemaComparison schemas,
    Findings findings,
    string operation
)
{
    /// <summary>Compares the member <c>content</c> of both.</summary>
    public void Compare(Node before, Node after, Direction direction)
    {
        var (types, kept) = (Types(before), Types(after));
        foreach (var (type, media) in types)
        {
            if (kept.TryGetValue(type, out var other))
                CompareMedia(media, other, direction);
            else
                findings.Add(
                    direction == Direction.Request ? OpenApiRules.RequestTypeRemoved : OpenApiRules.ResponseTypeRemoved,
                    operation,
                    media.Pointer,
                    $"the content type {type} is gone"
                );
        }

        foreach (var (type, media) in kept.Where(found => !types.ContainsKey(found.Key)))
            findings.Add(
                direction == Direction.Request ? OpenApiRules.RequestTypeAdded : OpenApiRules.ResponseTypeAdded,
                operation,
                media.Pointer,
                $"the content type {type} is new"
            );
    }

    void CompareMedia(Node before, Node after, Direction direction)
    {
        if (!Node.AreEqual(before["encoding"], after["encoding"]))
            findings.Add(
                OpenApiRules.NotJudged,
                operation,
                Node.Below(after.Pointer, "encoding"),
                "encoding has changed"
            );
        schemas.Compare(
            Schema.Of(old, before["schema"], before.Pointer),
            Schema.Of(@new, after["schema"], after.Pointer),
            direction
        );
    }

    /// <summary>Content types are alike whatever their case and the blanks in them.</summary>
    static OrderedDictionary<string, Node> Types(Node holder)
    {
        var types = new OrderedDictionary<string, Node>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, media) in holder["content"]?.Members ?? [])
            types.TryAdd(name.Replace(" ", "", StringComparison.Ordinal), media);
        return types;
    }
}
