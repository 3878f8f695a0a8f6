using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>
/// A description of an HTTP API after the OpenAPI Specification 3.0 or 3.1 (spec.openapis.org), in JSON. It is read as it
/// is written and not into a model of its own: a comparison must see the keywords, too, that no model knows, and say where
/// each lies.
/// </summary>
public sealed partial class OpenApiDocument
{
    const int DeepestNesting = 512;

    static readonly JsonSerializerOptions s_kept = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DeepestNesting,
    };

    readonly string _name;

    OpenApiDocument(JsonElement root, string name)
    {
        Root = new Node(root, "#");
        _name = name;
    }

    internal Node Root { get; }

    /// <summary>3.0 has its own words for some things, and ignores what stands beside a <c>$ref</c>.</summary>
    internal bool Is30 => Root.Text("openapi")!.StartsWith("3.0", StringComparison.Ordinal);

    /// <param name="name">As errors name the document.</param>
    /// <exception cref="ReleaseException">It is no OpenAPI document of a version that can be compared.</exception>
    public static OpenApiDocument Parse(string json, string name)
    {
        OpenApiDocument document;
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };
            using var parsed = JsonDocument.Parse(json, options);
            document = new OpenApiDocument(parsed.RootElement.Clone(), name);
        }
        catch (JsonException exception)
        {
            throw new ReleaseException($"{name} is not JSON: {exception.Message}", exception);
        }

        if (document.Root.Text("openapi") is not { } version || !Version().IsMatch(version))
            throw new ReleaseException(
                $"{name} is no OpenAPI document of version 3.0 or 3.1: its member 'openapi' must say so."
            );
        return document;
    }

    /// <summary>
    /// The document as it is kept beside the sources: without its version, which would change it with every commit, and
    /// with fixed line ends.
    /// </summary>
    public static string ToKept(string json, string name)
    {
        var document = Parse(json, name);
        var kept = JsonObject.Create(document.Root.Value)!;
        if (kept["info"] is JsonObject info)
            info["version"] = "unversioned";
        return kept.ToJsonString(s_kept) + "\n";
    }

    /// <summary>Follows references until there is something else.</summary>
    internal Node Resolve(Node node)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        while (node.Text("$ref") is { } reference)
        {
            if (!passed.Add(reference))
                throw new ReleaseException($"{_name}: '{reference}' leads back to itself ({node.Pointer}).");
            node = Find(reference, node.Pointer);
        }

        return node;
    }

    /// <summary>What a reference names, and nothing behind it.</summary>
    internal Node Find(string reference, string from)
    {
        if (reference is not ['#', ..])
            throw new ReleaseException(
                $"{_name}: '{reference}' ({from}) lies in another file: bundle the document into one first."
            );
        var node = Root;
        foreach (var token in Uri.UnescapeDataString(reference[1..]).Split('/').Skip(1))
        {
            var name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node =
                node[name]
                ?? Item(node, name)
                ?? throw new ReleaseException($"{_name}: there is no '{reference}', which {from} refers to.");
        }

        return node;
    }

    static Node? Item(Node node, string index) =>
        int.TryParse(index, out var number) && node.Items.ElementAtOrDefault(number) is { Pointer: not null } item
            ? item
            : null;

    [GeneratedRegex(@"\A3\.[01]\.[0-9]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
