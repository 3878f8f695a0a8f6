using System.Text.Json;
using Slipway.Workflows.Documents;

namespace Slipway.Workflows.Tests;

/// <summary>The tree that GitHub's parser read, as a document of ours: values and kinds are theirs.</summary>
static class JudgedTree
{
    public static Mapping ToDocument(JsonElement tree) => (Mapping)ToNode(tree);

    static Node ToNode(JsonElement node)
    {
        if (node.TryGetProperty("list", out var items))
            return new Sequence([.. items.EnumerateArray().Select(ToNode)]);
        if (node.TryGetProperty("map", out var entries))
        {
            return new Mapping([
                .. entries
                    .EnumerateArray()
                    .Select(entry => new MappingEntry((Scalar)ToNode(entry[0]), ToNode(entry[1]))),
            ]);
        }
        if (!node.TryGetProperty("value", out var value))
            throw new InvalidOperationException($"GitHub took something else for the text {node}");
        return value.ValueKind switch
        {
            JsonValueKind.String => new Scalar(value.GetString()!),
            JsonValueKind.Number => new Scalar(value.GetRawText(), ScalarKind.Number),
            JsonValueKind.Null => Scalar.Null,
            var kind => Scalar.Of(kind == JsonValueKind.True),
        };
    }
}
