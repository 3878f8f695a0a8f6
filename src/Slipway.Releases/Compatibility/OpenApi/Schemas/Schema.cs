using System.Text.Json;

namespace Slipway.Releases.Compatibility.OpenApi.Schemas;

/// <summary>
/// What a value may look like: the schemas that must all hold (<c>allOf</c> and <c>$ref</c> are followed), and the lists of
/// alternatives (<c>oneOf</c>, <c>anyOf</c>) of which one must. An alternative that is <c>null</c> alone is no alternative:
/// the value may be null.
/// </summary>
sealed class Schema
{
    readonly OpenApiDocument _document;
    readonly List<Node> _parts = [];
    readonly List<IReadOnlyList<Node>> _alternatives = [];
    bool _admitsNull;

    Schema(OpenApiDocument document, string pointer)
    {
        _document = document;
        Pointer = pointer;
    }

    public string Pointer { get; private set; }

    public IReadOnlyList<Node> Parts => _parts;

    /// <summary>Each list of alternatives, without <c>null</c>.</summary>
    public IReadOnlyList<IReadOnlyList<Node>> Alternatives => _alternatives;

    /// <summary>It says nothing but its one list of alternatives.</summary>
    public bool IsUnion => _alternatives.Count == 1 && !_parts.Any(SchemaKeywords.Constrains);

    /// <summary>Also when one of its alternatives does; of an alternative that names no type null is one of anything.</summary>
    public bool AllowsNull =>
        SaysNull || (IsUnion && _alternatives[0].Any(node => Below(node) is { IsTyped: true, SaysNull: true }));

    bool SaysNull => _admitsNull || (!IsUnion && _parts.All(part => TypesOf(part).HasFlag(JsonTypes.Null)));

    /// <summary>It says which types a value may have; else null is one of anything.</summary>
    public bool IsTyped => IsUnion || Types != (JsonTypes.All & ~JsonTypes.Null);

    /// <summary>The types that a value may have; null is no part of it.</summary>
    public JsonTypes Types => _parts.Aggregate(JsonTypes.All, (types, part) => types & TypesOf(part)) & ~JsonTypes.Null;

    /// <param name="nodes">All must hold; none: anything goes.</param>
    /// <param name="pointer">Where it is when there is no node.</param>
    public static Schema Of(OpenApiDocument document, IEnumerable<Node> nodes, string pointer)
    {
        var schema = new Schema(document, pointer);
        var passed = new HashSet<string>(StringComparer.Ordinal);
        var isFirst = true;
        foreach (var node in nodes)
        {
            if (isFirst)
                schema.Pointer = document.Resolve(node).Pointer;
            isFirst = false;
            schema.Take(node, passed);
        }

        return schema;
    }

    public static Schema Of(OpenApiDocument document, Node? node, string pointer) =>
        Of(document, node is { } given ? [given] : [], pointer);

    /// <summary>What a keyword says, of every part that has it.</summary>
    public IEnumerable<Node> Said(string keyword) =>
        _parts.Select(part => part[keyword]).Where(node => node is not null).Select(node => node!.Value);

    /// <summary>Where a keyword is said; else where the schema is.</summary>
    public string Place(string keyword) => Said(keyword).Select(node => node.Pointer).FirstOrDefault() ?? Pointer;

    public Schema Below(IEnumerable<Node> nodes) => Of(_document, nodes, Pointer);

    /// <param name="node">Null: anything goes.</param>
    public Schema Below(Node? node) => Of(_document, node, Pointer);

    /// <summary>The properties that a value of this direction has: one that is only read is no part of a request.</summary>
    public IReadOnlyDictionary<string, Schema> Properties(Direction direction)
    {
        var hidden = direction == Direction.Request ? "readOnly" : "writeOnly";
        return Said("properties")
            .SelectMany(properties => properties.Members)
            .GroupBy(property => property.Name, property => property.Node, StringComparer.Ordinal)
            .Select(property => (property.Key, Schema: Below(property)))
            .Where(property => !property.Schema._parts.Any(part => part.Flag(hidden)))
            .ToDictionary(property => property.Key, property => property.Schema, StringComparer.Ordinal);
    }

    public IReadOnlySet<string> Required =>
        Said("required")
            .SelectMany(names => names.Items)
            .Where(name => name.Value.ValueKind == JsonValueKind.String)
            .Select(name => name.Value.GetString()!)
            .ToHashSet(StringComparer.Ordinal);

    void Take(Node node, HashSet<string> passed)
    {
        if (node.Text("$ref") is { } reference)
        {
            if (passed.Add(reference))
                Take(_document.Find(reference, node.Pointer), passed);
            // Alone it has nothing more to say, and what it is called is no text of the schema.
            if (_document.Is30 || node.Members.Count() == 1)
                return;
        }

        _parts.Add(node);
        foreach (var part in node["allOf"]?.Items ?? [])
            Take(part, passed);
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            if (node[keyword] is { } alternatives)
                TakeAlternatives([.. alternatives.Items], passed);
        }
    }

    void TakeAlternatives(List<Node> nodes, HashSet<string> passed)
    {
        var others = nodes.Where(node => !IsNull(node)).ToList();
        _admitsNull |= others.Count < nodes.Count;
        if (others is [var only])
        {
            Pointer =
                _parts is [_] && !SchemaKeywords.Constrains(_parts[0]) ? _document.Resolve(only).Pointer : Pointer;
            Take(only, passed);
        }
        else
            _alternatives.Add(others);
    }

    static bool IsNull(Node node) =>
        node.Text("type") is "null" || node["enum"] is { } values && values.Items.All(IsNullValue);

    static bool IsNullValue(Node value) => value.Value.ValueKind == JsonValueKind.Null;

    JsonTypes TypesOf(Node part) =>
        part.Value.ValueKind == JsonValueKind.False ? JsonTypes.None
        : part["type"] is not { } type ? JsonTypes.All
        : type.Value.ValueKind == JsonValueKind.Array
            ? type.Items.Aggregate(JsonTypes.None, (types, name) => types | JsonTypeNames.Parse(name))
        : JsonTypeNames.Parse(type) | (_document.Is30 && part.Flag("nullable") ? JsonTypes.Null : JsonTypes.None);
}
