namespace Slipway.Releases;

/// <summary>
/// GitVersion's output variables (gitversion.net/docs/reference/variables), with its names and values. A number that a
/// version does not have is null, a text empty.
/// </summary>
public sealed record VersionVariables
{
    public string? AssemblySemFileVer { get; init; }
    public string? AssemblySemVer { get; init; }
    public required string BranchName { get; init; }

    /// <summary>Commits since the base, in mode ManualDeployment; null otherwise.</summary>
    public long? BuildMetaData { get; init; }

    /// <summary>UTC, in the configured format.</summary>
    public required string CommitDate { get; init; }
    public required string EscapedBranchName { get; init; }
    public required string FullBuildMetaData { get; init; }

    /// <summary>The version with build metadata.</summary>
    public required string FullSemVer { get; init; }
    public required string InformationalVersion { get; init; }
    public long Major { get; init; }
    public required string MajorMinorPatch { get; init; }
    public long Minor { get; init; }
    public long Patch { get; init; }
    public required string PreReleaseLabel { get; init; }
    public required string PreReleaseLabelWithDash { get; init; }
    public long? PreReleaseNumber { get; init; }
    public required string PreReleaseTag { get; init; }
    public required string PreReleaseTagWithDash { get; init; }

    /// <summary>The version without build metadata.</summary>
    public required string SemVer { get; init; }
    public required string Sha { get; init; }
    public required string ShortSha { get; init; }

    /// <summary>Files that the working tree has otherwise than the commit, unknown ones included.</summary>
    public int UncommittedChanges { get; init; }

    /// <summary>Commits since the base.</summary>
    public int VersionSourceDistance { get; init; }

    /// <summary>Always <c>None</c>, as in GitVersion 6.</summary>
    public string VersionSourceIncrement { get; init; } = nameof(VersionPart.None);
    public required string VersionSourceSemVer { get; init; }

    /// <summary>Empty: every commit counts.</summary>
    public required string VersionSourceSha { get; init; }

    /// <summary>Orders all pre-releases of one version by one number.</summary>
    public long WeightedPreReleaseNumber { get; init; }
}
