using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Slipway.Testing.GitHub;

/// <summary>One operation of the description: what may be sent to it and what it may answer.</summary>
sealed class ApiOperation
{
    /// <summary>
    /// What the reference says of every operation, and the description of few (docs.github.com/rest/using-the-rest-api):
    /// bad tokens, limits, what is hidden, what is not acceptable, and the servers' own failures.
    /// </summary>
    static readonly int[] General = [400, 401, 403, 404, 422, 429, 500, 502, 503];

    readonly ApiDescription _description;
    readonly JsonElement _operation;
    readonly JsonElement[] _parameters;
    readonly ConcurrentDictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    public ApiOperation(ApiDescription description, string template, JsonElement operation)
    {
        _description = description;
        _operation = operation;
        Id = operation.GetProperty("operationId").GetString()!;
        _parameters = operation.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(description.Resolve)]
            : [];
        Template = template;
    }

    /// <summary>For example <c>repos/create-release</c>.</summary>
    public string Id { get; }

    public string Template { get; }

    /// <summary>What is wrong with a request; empty: nothing.</summary>
    public IEnumerable<string> Check(
        IReadOnlyDictionary<string, string> path,
        IReadOnlyDictionary<string, string> query,
        string? contentType,
        ReadOnlyMemory<byte> body
    )
    {
        foreach (var name in query.Keys.Where(name => !Named("query").Contains(name, StringComparer.Ordinal)))
            yield return $"{Id} has no query parameter '{name}'";
        foreach (var parameter in _parameters)
        {
            var name = parameter.GetProperty("name").GetString()!;
            var values = parameter.GetProperty("in").GetString() == "path" ? path : query;
            var required = parameter.TryGetProperty("required", out var flag) && flag.GetBoolean();
            if (!values.TryGetValue(name, out var value))
            {
                if (required)
                    yield return $"{Id} needs the parameter '{name}'";
                continue;
            }

            foreach (var error in Check($"parameter {name}", parameter.GetProperty("schema"), Typed(parameter, value)))
                yield return error;
        }

        foreach (var error in CheckBody(contentType, body))
            yield return error;
    }

    /// <inheritdoc cref="Check(IReadOnlyDictionary{string, string}, IReadOnlyDictionary{string, string}, string?, ReadOnlyMemory{byte})"/>
    /// <summary>What is wrong with an answer; empty: nothing.</summary>
    public IEnumerable<string> Check(int status, JsonNode? body)
    {
        if (!_operation.GetProperty("responses").TryGetProperty($"{status}", out var response))
            return General.Contains(status) ? [] : [$"{Id} never answers {status}"];
        response = _description.Resolve(response);
        if (!response.TryGetProperty("content", out var content))
            return body is null || status >= 400 ? [] : [$"{Id} answers {status} without a body"];
        return content.TryGetProperty("application/json", out var media)
            ? Check($"answer {status}", media.GetProperty("schema"), body)
            : [];
    }

    IEnumerable<string> CheckBody(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (!_operation.TryGetProperty("requestBody", out var described))
            return body.IsEmpty ? [] : [$"{Id} takes no body"];
        var content = described.GetProperty("content");
        if (content.TryGetProperty("application/octet-stream", out _))
            return contentType is null ? [$"{Id} needs a content type"] : [];
        var schema = content.GetProperty("application/json").GetProperty("schema");
        try
        {
            return Check("body", schema, JsonNode.Parse(body.Span));
        }
        catch (JsonException broken)
        {
            return [$"{Id}: the body is no JSON: {broken.Message}"];
        }
    }

    IEnumerable<string> Check(string what, JsonElement described, JsonNode? value)
    {
        var schema = _schemas.GetOrAdd(what, _ => OpenApiSchema.ToJsonSchema(described, _description));
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        var result = schema.Evaluate(JsonSerializer.SerializeToElement(value), options);
        if (result.IsValid)
            return [];
        var errors = (result.Details ?? [])
            .Where(detail => detail.Errors is { Count: > 0 })
            .SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}"));
        return [$"{Id}, {what}: {string.Join("; ", errors)}"];
    }

    /// <summary>Everything in an address is text: what it stands for is what the schema says.</summary>
    JsonValue? Typed(JsonElement parameter, string value)
    {
        var type = _description.Resolve(parameter.GetProperty("schema")).TryGetProperty("type", out var named)
            ? named.GetString()
            : null;
        return type switch
        {
            "integer" when long.TryParse(value, out var number) => JsonValue.Create(number),
            "boolean" when bool.TryParse(value, out var flag) => JsonValue.Create(flag),
            _ => JsonValue.Create(value),
        };
    }

    IEnumerable<string> Named(string place) =>
        _parameters
            .Where(parameter => parameter.GetProperty("in").GetString() == place)
            .Select(parameter => parameter.GetProperty("name").GetString()!);
}
