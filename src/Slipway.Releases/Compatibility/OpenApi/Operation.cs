using System.Globalization;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>One operation, together with what its path and its document say for it.</summary>
sealed record Operation(OpenApiDocument Document, string Template, string Method, Node Path, Node Node)
{
    static readonly string[] HeadersOfTheirOwn = ["accept", "content-type", "authorization"];

    public string Name => $"{Method.ToUpperInvariant()} {Template}";

    public bool HasMethodOf(Operation other) => string.Equals(Method, other.Method, StringComparison.Ordinal);

    /// <summary>
    /// By where they stand and their name; a path's by their place in it. The path's own hold for every operation that does
    /// not have them itself. Headers that have a place of their own in a description count there alone.
    /// </summary>
    public IReadOnlyDictionary<string, Node> Parameters
    {
        get
        {
            var parameters = new OrderedDictionary<string, Node>(StringComparer.Ordinal);
            foreach (var node in Listed(Path).Concat(Listed(Node)))
            {
                if (Key(node) is { } key)
                    parameters[key] = node;
            }

            return parameters;
        }
    }

    /// <summary>The operation's own requirement, else the document's.</summary>
    public Node? Security => Node["security"] ?? Document.Root["security"];

    IEnumerable<Node> Listed(Node holder) => (holder["parameters"]?.Items ?? []).Select(Document.Resolve);

    string? Key(Node parameter)
    {
        var (name, place) = (parameter.Text("name") ?? "", parameter.Text("in"));
        return place switch
        {
            "header" when HeadersOfTheirOwn.Contains(name, StringComparer.OrdinalIgnoreCase) => null,
            "header" => $"header {name.ToUpperInvariant()}",
            "path" => string.Create(
                CultureInfo.InvariantCulture,
                $"path {PathItem.ParameterNames(Template).IndexOf(name)}"
            ),
            _ => $"{place} {name}",
        };
    }
}
