namespace Slipway.Releases.Compatibility.PublicApi;

/// <summary>A library that is packed, and what it offers.</summary>
/// <param name="File">Where its lines are kept.</param>
/// <param name="Old">The lines of the last release; null: it has no such file.</param>
public sealed record PackedLibrary(string Name, string File, IReadOnlyList<string>? Old, IReadOnlyList<string> New);

/// <summary>What has changed since a release in what the packed libraries offer.</summary>
public static class PublicApiEvidence
{
    const string Name = "Public API";

    public static Evidence Of(string release, IReadOnlyList<PackedLibrary> libraries)
    {
        ArgumentNullException.ThrowIfNull(libraries);
        if (libraries.Count == 0)
            return Evidence.NotChecked(Name, "no packed library: nothing to check");
        var (known, unknown) = (
            libraries.Where(IsKnown).ToList(),
            libraries.Where(library => !IsKnown(library)).ToList()
        );
        var missing = string.Join(", ", unknown.Select(library => library.File));
        if (known.Count == 0)
            return Evidence.NotChecked(Name, $"{release} has no {missing}");
        var findings = known
            .SelectMany(library =>
                PublicApiComparison
                    .Compare(library.Old!, library.New)
                    .Select(change => new Finding(change.Rule, Bumps.Of(change.Impact), library.Name, change.Line))
            )
            .ToList();
        var summary = ChangeCount.Of(findings.Count, findings.Count(finding => finding.Needs == Bump.Major));
        return new Evidence(
            Name,
            IsChecked: true,
            unknown.Count == 0 ? summary : $"{summary}; not checked, new since {release}: {missing}",
            findings
        );
    }

    static bool IsKnown(PackedLibrary library) => library.Old is not null;
}
