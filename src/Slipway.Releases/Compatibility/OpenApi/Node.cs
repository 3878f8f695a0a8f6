using System.Text.Json;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>A value in a document, and the JSON pointer (RFC 6901, as a URI fragment: <c>#/paths</c>) that leads to it.</summary>
readonly record struct Node(JsonElement Value, string Pointer)
{
    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    /// <summary>The member of that name; null: there is none.</summary>
    public Node? this[string name] =>
        IsObject && Value.TryGetProperty(name, out var value) ? new Node(value, Below(Pointer, name)) : null;

    public IEnumerable<(string Name, Node Node)> Members
    {
        get
        {
            var pointer = Pointer;
            return IsObject
                ? Value
                    .EnumerateObject()
                    .Select(member => (member.Name, new Node(member.Value, Below(pointer, member.Name))))
                : [];
        }
    }

    public IEnumerable<Node> Items
    {
        get
        {
            var pointer = Pointer;
            return Value.ValueKind == JsonValueKind.Array
                ? Value.EnumerateArray().Select((item, index) => new Node(item, $"{pointer}/{index}"))
                : [];
        }
    }

    /// <summary>The text of a member; null: it is not there, or no text.</summary>
    public string? Text(string name) =>
        this[name] is { Value.ValueKind: JsonValueKind.String } member ? member.Value.GetString() : null;

    /// <summary>Whether a member is <c>true</c>.</summary>
    public bool Flag(string name) => this[name] is { Value.ValueKind: JsonValueKind.True };

    public static string Below(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Whether both say the same; null is what is not said at all.</summary>
    public static bool AreEqual(Node? left, Node? right) =>
        left is { } one && right is { } other
            ? JsonElement.DeepEquals(one.Value, other.Value)
            : left is null == right is null;
}
