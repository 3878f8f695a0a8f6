using Slipway.Releases.Compatibility.OpenApi.Schemas;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>Compares what an operation answers.</summary>
sealed class ResponseComparison(
    Operation old,
    Operation @new,
    ContentComparison contents,
    SchemaComparison schemas,
    Findings findings
)
{
    public void Run()
    {
        var (before, after) = (Responses(old), Responses(@new));
        foreach (var (status, response) in before)
        {
            if (Find(after, status) is { } kept)
                Compare(response, kept);
            else
                Add(
                    IsSuccess(status) ? OpenApiRules.SuccessRemoved : OpenApiRules.StatusRemoved,
                    response,
                    $"the status {status} is gone"
                );
        }

        foreach (var (status, response) in after.Where(found => Find(before, found.Key) is null))
            Add(
                IsSuccess(status) ? OpenApiRules.SuccessAdded : OpenApiRules.StatusAdded,
                response,
                $"the status {status} is new"
            );
    }

    void Compare(Node before, Node after)
    {
        contents.Compare(before, after, Direction.Response);
        var (headers, kept) = (Headers(before, old.Document), Headers(after, @new.Document));
        foreach (var (name, header) in headers)
        {
            if (!kept.TryGetValue(name, out var other))
            {
                Add(OpenApiRules.HeaderRemoved, header, $"the header {name} is gone");
                continue;
            }

            if (header.Flag("required") && !other.Flag("required"))
                Add(OpenApiRules.HeaderOptional, other, $"the header {name} may be missing now");
            schemas.Compare(
                Schema.Of(old.Document, header["schema"], header.Pointer),
                Schema.Of(@new.Document, other["schema"], other.Pointer),
                Direction.Response
            );
        }

        foreach (var (name, header) in kept.Where(found => !headers.ContainsKey(found.Key)))
            Add(OpenApiRules.HeaderAdded, header, $"the header {name} is new");
    }

    static OrderedDictionary<string, Node> Responses(Operation operation)
    {
        var responses = new OrderedDictionary<string, Node>(StringComparer.OrdinalIgnoreCase);
        foreach (var (status, response) in operation.Node["responses"]?.Members ?? [])
        {
            if (!status.StartsWith("x-", StringComparison.Ordinal))
                responses.TryAdd(status, operation.Document.Resolve(response));
        }

        return responses;
    }

    static OrderedDictionary<string, Node> Headers(Node response, OpenApiDocument document)
    {
        var headers = new OrderedDictionary<string, Node>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, header) in response["headers"]?.Members ?? [])
            headers.TryAdd(name, document.Resolve(header));
        return headers;
    }

    /// <summary>A status itself, else the range that it lies in.</summary>
    static Node? Find(OrderedDictionary<string, Node> responses, string status) =>
        responses.TryGetValue(status, out var exact) ? exact
        : responses.TryGetValue($"{status[0]}XX", out var range) ? range
        : null;

    static bool IsSuccess(string status) => status.StartsWith('2');

    void Add(OpenApiRule rule, Node node, string what) => findings.Add(rule, @new.Name, node.Pointer, what);
}
