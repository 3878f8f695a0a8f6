using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Testing.GitHub;

/// <summary>One of GitHub's descriptions, read once a process; the schemas of an operation are made when it is first used.</summary>
sealed class ApiDescription
{
    public const string PublicFile = "api.github.com.json";
    public const string ServerFile = "ghes-3.19.json";

    static readonly ConcurrentDictionary<string, Lazy<Task<ApiDescription>>> Read = new(StringComparer.Ordinal);

    readonly JsonElement _root;
    readonly ConcurrentDictionary<string, ApiOperation> _operations = new(StringComparer.Ordinal);
    readonly (string Method, string Template, JsonElement Operation)[] _all;

    ApiDescription(JsonElement root)
    {
        _root = root;
        _all =
        [
            .. root.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path =>
                    path.Value.EnumerateObject().Select(method => (method.Name, path.Name, method.Value))
                ),
        ];
    }

    /// <exception cref="IOException">It could not be had.</exception>
    public static Task<ApiDescription> ReadAsync(string file) =>
        Read.GetOrAdd(
            file,
            name => new Lazy<Task<ApiDescription>>(async () =>
            {
                await using var stream = File.OpenRead(await DescriptionCache.FileAsync(name));
                return new ApiDescription((await JsonDocument.ParseAsync(stream)).RootElement);
            })
        ).Value;

    /// <summary>Null: GitHub has no such operation.</summary>
    public ApiOperation? Find(string method, string path)
    {
        var segments = path.Trim('/').Split('/');
        // A literal segment goes before a parameter: releases/latest before releases/{release_id}.
        var found = _all.Where(known =>
                known.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && Matches(known.Template, segments)
            )
            .OrderBy(known => known.Template.Count(character => character == '{'))
            .ToArray();
        return found is [var first, ..]
            ? _operations.GetOrAdd(
                first.Operation.GetProperty("operationId").GetString()!,
                _ => new ApiOperation(this, first.Template, first.Operation)
            )
            : null;
    }

    /// <summary>What <c>#/components/…</c> leads to; what is no reference is itself.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            element = reference.GetString()!.Split('/')[1..].Aggregate(_root, (at, name) => at.GetProperty(name));
        }

        return element;
    }

    public JsonNode Component(string schema)
    {
        var described = JsonNode.Parse(
            _root.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetRawText()
        )!;
        // The upload's own text says that a failed one may leave an asset in the state `starter`; the schema forgets it.
        if (schema == "release-asset")
            described["properties"]!["state"]!["enum"]!.AsArray().Add("starter");
        return described;
    }

    static bool Matches(string template, string[] segments)
    {
        var parts = template.Trim('/').Split('/');
        if (parts is [.., "{ref}"] && parts.Length < segments.Length)
            segments = [.. segments[..(parts.Length - 1)], string.Join('/', segments[(parts.Length - 1)..])];
        return parts.Length == segments.Length
            && parts
                .Zip(segments)
                .All(pair => pair.First.StartsWith('{') || pair.First.Equals(pair.Second, StringComparison.Ordinal));
    }
}
