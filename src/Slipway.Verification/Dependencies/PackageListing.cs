using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Verification.Dependencies;

/// <summary>Reads what <c>dotnet list package --vulnerable --include-transitive --format json</c> prints, version 1.</summary>
static class PackageListing
{
    static readonly string[] Severities = ["critical", "high", "moderate", "low"];

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>One advisory for each package version, with all projects that use it, the most severe first.</summary>
    /// <exception cref="VerificationException">It is not that format, or dotnet reports a problem.</exception>
    public static IReadOnlyList<Advisory> Parse(string json)
    {
        var listing = Read(json);
        if (listing.Problems?.FirstOrDefault(problem => problem.Level is "error") is { } problem)
            throw new VerificationException($"dotnet cannot list the packages: {problem.Text}");

        var uses =
            from project in listing.Projects
            from framework in project.Frameworks ?? []
            from package in (framework.TopLevelPackages ?? []).Concat(framework.TransitivePackages ?? [])
            from vulnerability in package.Vulnerabilities ?? []
            select (Project: Path.GetFileName(project.Path), package, vulnerability);
        return
        [
            .. uses.GroupBy(use => (use.vulnerability.AdvisoryUrl, use.package.Id, use.package.ResolvedVersion))
                .Select(group => new Advisory(
                    group.Key.AdvisoryUrl.TrimEnd('/').Split('/')[^1],
                    group.Key.Id,
                    group.Key.ResolvedVersion,
                    group.First().vulnerability.Severity,
                    group.Key.AdvisoryUrl,
                    [.. group.Select(use => use.Project).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
                ))
                .OrderBy(Rank)
                .ThenBy(advisory => advisory.Package, StringComparer.Ordinal)
                .ThenBy(advisory => advisory.Id, StringComparer.Ordinal),
        ];
    }

    static int Rank(Advisory advisory)
    {
        var rank = Array.FindIndex(
            Severities,
            severity => severity.Equals(advisory.Severity, StringComparison.OrdinalIgnoreCase)
        );
        // A word that is new here comes first: somebody has to look.
        return rank;
    }

    static Listing Read(string json)
    {
        try
        {
            var listing = JsonSerializer.Deserialize<Listing>(json, Options);
            if (listing is { Version: 1 })
                return listing;
        }
        catch (JsonException malformed)
        {
            throw new VerificationException("dotnet list package printed something else than its format 1", malformed);
        }

        throw new VerificationException("dotnet list package printed something else than its format 1");
    }

    sealed record Listing(int Version, IReadOnlyList<Project> Projects, IReadOnlyList<Problem>? Problems = null);

    sealed record Project(string Path, IReadOnlyList<Framework>? Frameworks = null);

    sealed record Framework(
        IReadOnlyList<Package>? TopLevelPackages = null,
        IReadOnlyList<Package>? TransitivePackages = null
    );

    sealed record Package(string Id, string ResolvedVersion, IReadOnlyList<Vulnerability>? Vulnerabilities = null);

    sealed record Vulnerability(string Severity, [property: JsonPropertyName("advisoryurl")] string AdvisoryUrl);

    sealed record Problem(string Level, string Text);
}
