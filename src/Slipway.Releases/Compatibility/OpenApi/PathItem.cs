using System.Text.RegularExpressions;

namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>A path and its operations.</summary>
sealed partial record PathItem(string Template, Node Node, IReadOnlyList<Operation> Operations)
{
    static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>By its route, in which a parameter has no name: no request shows the name.</summary>
    public static IReadOnlyDictionary<string, PathItem> ReadAll(OpenApiDocument document)
    {
        var paths = new OrderedDictionary<string, PathItem>(StringComparer.Ordinal);
        foreach (var (template, item) in document.Root["paths"]?.Members ?? [])
        {
            if (!template.StartsWith('/'))
                continue;
            var node = document.Resolve(item);
            paths.TryAdd(
                Parameter().Replace(template, "{}"),
                new PathItem(
                    template,
                    node,
                    [
                        .. node
                            .Members.Where(member => Methods.Contains(member.Name, StringComparer.Ordinal))
                            .Select(member => new Operation(document, template, member.Name, node, member.Node)),
                    ]
                )
            );
        }

        return paths;
    }

    /// <summary>The names of a path's parameters, in their order.</summary>
    public static List<string> ParameterNames(string template) =>
        [.. Parameter().Matches(template).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
