namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>Collects changes; what several operations share is one change that names them all.</summary>
sealed class Findings
{
    readonly OrderedDictionary<(OpenApiRule Rule, string Pointer, string What), List<string>> _found = [];

    public IReadOnlyList<OpenApiChange> Changes =>
        [
            .. _found.Select(found => new OpenApiChange(
                found.Key.Rule.Id,
                found.Key.Rule.Impact,
                found.Key.Pointer,
                found.Key.What,
                found.Value
            )),
        ];

    /// <param name="operation">Null: it concerns the whole document.</param>
    public void Add(OpenApiRule rule, string? operation, string pointer, string what)
    {
        if (!_found.TryGetValue((rule, pointer, what), out var operations))
            _found.Add((rule, pointer, what), operations = []);
        if (operation is not null && !operations.Contains(operation, StringComparer.Ordinal))
            operations.Add(operation);
    }
}
