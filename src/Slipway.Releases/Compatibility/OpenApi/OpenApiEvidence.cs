namespace Slipway.Releases.Compatibility.OpenApi;

/// <summary>What has changed in a service's description since a release.</summary>
public static class OpenApiEvidence
{
    public const string Name = "HTTP API";

    /// <param name="release">The release's tag.</param>
    /// <param name="file">Where the release keeps its description.</param>
    /// <param name="old">What it says there; null: it has no such file.</param>
    /// <param name="new">What the service says today.</param>
    /// <exception cref="ReleaseException">One of them cannot be compared.</exception>
    public static Evidence Of(string release, string file, string? old, string @new)
    {
        var current = OpenApiDocument.Parse(@new, "today's OpenAPI document");
        if (old is null)
            return Evidence.NotChecked(Name, $"{release} has no {file}");
        var changes = OpenApiComparison.Compare(OpenApiDocument.Parse(old, $"{file} of {release}"), current);
        return new Evidence(
            Name,
            IsChecked: true,
            ChangeCount.Of(changes.Count, changes.Count(change => change.Impact == Impact.Breaking)),
            [.. changes.Select(change => new Finding(change.Rule, Bumps.Of(change.Impact), change.Where, change.What))]
        );
    }
}
