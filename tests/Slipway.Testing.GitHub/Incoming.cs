using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Slipway.Testing.GitHub;

/// <summary>A request, read whole and found in the description.</summary>
sealed record Incoming(string Method, string Path, ApiOperation? Operation, byte[] Body)
{
    public bool IsStorage { get; private init; }

    public string? Authorization { get; private init; }

    public string? ContentType { get; private init; }

    public string Accept { get; private init; } = "";

    public string Url { get; private init; } = "";

    public IReadOnlyDictionary<string, string> PathValues { get; private init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Query { get; private init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public string Name => IsStorage ? "storage" : Operation?.Id ?? $"{Method} {Path}";

    public JsonNode Json => JsonNode.Parse(Body)!;

    public long Id(string name) => long.Parse(PathValues[name]);

    public static async Task<Incoming> ReadAsync(HttpRequest request, GitHubAddresses at, ApiDescription description)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var path = request.Path.Value!;
        var isStorage = path.StartsWith(at.Storage.AbsolutePath, StringComparison.Ordinal);
        var parts = new[] { at.Uploads, at.Api }.Select(address => address.AbsolutePath);
        var below = isStorage
            ? path
            : path[(parts.First(part => path.StartsWith(part, StringComparison.Ordinal)).Length - 1)..];
        var operation = isStorage ? null : description.Find(request.Method, below);
        return new Incoming(request.Method, below, operation, body.ToArray())
        {
            IsStorage = isStorage,
            Authorization = request.Headers.Authorization,
            ContentType = request.ContentType,
            Accept = request.Headers.Accept.ToString(),
            Url = $"{request.Scheme}://{request.Host}{path}",
            PathValues = Values(operation?.Template, below),
            Query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
        };
    }

    static Dictionary<string, string> Values(string? template, string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (template is null)
            return values;
        var segments = path.Trim('/').Split('/');
        var parts = template.Trim('/').Split('/');
        for (var index = 0; index < parts.Length; index++)
        {
            if (parts[index].StartsWith('{'))
                values[parts[index].Trim('{', '}')] =
                    index == parts.Length - 1 ? string.Join('/', segments[index..]) : segments[index];
        }

        return values;
    }
}
