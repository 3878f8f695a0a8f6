namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>What has changed for the clients of an API, by its descriptions alone.</summary>
public static class OpenApiComparison
{
    /// <param name="old">What clients were written against.</param>
    /// <returns>In the old document's order; what is only in the new one comes after.</returns>
    /// <exception cref="ReleaseException">A reference leads nowhere, to itself, or out of the document.</exception>
    public static IReadOnlyList<OpenApiChange> Compare(OpenApiDocument old, OpenApiDocument @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var findings = new Findings();
        CompareServers(old, @new, findings);
        if (!Node.AreEqual(old.Root["webhooks"], @new.Root["webhooks"]))
            findings.Add(OpenApiRules.NotJudged, operation: null, "#/webhooks", "webhooks have changed");
        ComparePaths(old, @new, findings);
        return findings.Changes;
    }

    static void CompareServers(OpenApiDocument old, OpenApiDocument @new, Findings findings)
    {
        foreach (var gone in Servers(old).Except(Servers(@new), StringComparer.Ordinal))
            findings.Add(OpenApiRules.ServerRemoved, operation: null, "#/servers", $"the server '{gone}' is gone");
    }

    /// <summary>A document that names none has the one that it was read from.</summary>
    static List<string> Servers(OpenApiDocument document)
    {
        var named = (document.Root["servers"]?.Items ?? [])
            .Select(server => (server.Text("url") ?? "").TrimEnd('/'))
            .ToList();
        return named is [] ? [""] : named;
    }

    static void ComparePaths(OpenApiDocument old, OpenApiDocument @new, Findings findings)
    {
        var (before, after) = (PathItem.ReadAll(old), PathItem.ReadAll(@new));
        foreach (var (route, path) in before)
        {
            if (after.TryGetValue(route, out var kept))
                ComparePath(path, kept, findings);
            else
                foreach (var operation in path.Operations)
                    findings.Add(
                        OpenApiRules.PathRemoved,
                        operation.Name,
                        path.Node.Pointer,
                        $"the path {path.Template} is gone"
                    );
        }

        foreach (var path in after.Where(path => !before.ContainsKey(path.Key)).Select(path => path.Value))
        {
            foreach (var operation in path.Operations)
                findings.Add(
                    OpenApiRules.PathAdded,
                    operation.Name,
                    path.Node.Pointer,
                    $"the path {path.Template} is new"
                );
        }
    }

    static void ComparePath(PathItem old, PathItem @new, Findings findings)
    {
        foreach (var operation in old.Operations)
        {
            var kept = @new.Operations.FirstOrDefault(other => operation.HasMethodOf(other));
            if (kept is null)
                findings.Add(
                    OpenApiRules.OperationRemoved,
                    operation.Name,
                    operation.Node.Pointer,
                    $"{operation.Name} is gone"
                );
            else
                new OperationComparison(operation, kept, findings).Run();
        }

        foreach (var operation in @new.Operations.Where(operation => !old.Operations.Any(operation.HasMethodOf)))
            findings.Add(
                OpenApiRules.OperationAdded,
                operation.Name,
                operation.Node.Pointer,
                $"{operation.Name} is new"
            );
    }
}
