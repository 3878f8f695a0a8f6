namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>
/// Compares what an operation asks of its caller. Each requirement is a way in: schemes that must all be met. A scheme is
/// what it is and not what it is called.
/// </summary>
static class SecurityComparison
{
    public static void Run(Operation old, Operation @new, Findings findings)
    {
        var (before, after) = (Ways(old), Ways(@new));
        var pointer = (@new.Security ?? old.Security)?.Pointer ?? @new.Node.Pointer;
        foreach (var way in before.Where(way => !after.Exists(way.Opens)))
            findings.Add(
                OpenApiRules.SecurityTightened,
                @new.Name,
                pointer,
                $"{way} was enough; now it needs {string.Join(" or ", after)}"
            );
        if (before.TrueForAll(way => after.Exists(way.Opens)) && !after.TrueForAll(way => before.Exists(way.Opens)))
            findings.Add(
                OpenApiRules.SecurityLoosened,
                @new.Name,
                pointer,
                $"{string.Join(" or ", after)} is enough now"
            );
    }

    static List<Way> Ways(Operation operation)
    {
        var ways = (operation.Security?.Items ?? [])
            .Select(requirement => Way.Read(operation.Document, requirement))
            .ToList();
        return ways is [] ? [Way.Free] : ways;
    }

    /// <param name="Names">As the document calls the schemes.</param>
    /// <param name="Needs">Each scheme, and each of its scopes.</param>
    sealed record Way(IReadOnlyList<string> Names, IReadOnlySet<string> Needs)
    {
        public static readonly Way Free = new([], new HashSet<string>(StringComparer.Ordinal));

        public static Way Read(OpenApiDocument document, Node requirement) =>
            new(
                [.. requirement.Members.Select(scheme => scheme.Name)],
                requirement
                    .Members.SelectMany(scheme =>
                    {
                        var definition = Define(document, scheme.Name);
                        return scheme.Node.Items.Select(scope => $"{definition}: {scope.Value}").Prepend(definition);
                    })
                    .ToHashSet(StringComparer.Ordinal)
            );

        /// <summary>Whoever comes this way meets the other one, too.</summary>
        public bool Opens(Way other) => other.Needs.IsSubsetOf(Needs);

        public override string ToString() => Names is [] ? "nothing" : string.Join(" and ", Names);

        static string Define(OpenApiDocument document, string name)
        {
            if (document.Root["components"]?["securitySchemes"]?[name] is not { } node)
                return $"undefined {name}";
            var scheme = document.Resolve(node);
            var says = ((string[])["type", "in", "openIdConnectUrl"])
                .Select(scheme.Text)
                // Names of headers and of HTTP schemes have no case.
                .Append((scheme.Text("in") is "header" ? scheme.Text("name")?.ToUpperInvariant() : scheme.Text("name")))
                .Append(scheme.Text("scheme")?.ToUpperInvariant());
            var flows = (scheme["flows"]?.Members ?? []).Select(flow =>
                $"{flow.Name} {flow.Node.Text("authorizationUrl")} {flow.Node.Text("tokenUrl")}"
            );
            return string.Join('|', says.Concat(flows));
        }
    }
}
