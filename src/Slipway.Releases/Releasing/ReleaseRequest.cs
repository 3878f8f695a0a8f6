namespace Slipway.Releases;

/// <summary>A release that is asked for.</summary>
public sealed record ReleaseRequest
{
    /// <summary>What the version's calculation says the unreleased changes become.</summary>
    public required SemanticVersion Calculated { get; init; }

    /// <summary>The version that somebody asked for; null: <see cref="Calculated"/>.</summary>
    public SemanticVersion? Given { get; init; }

    /// <summary>The remote that is released to.</summary>
    public string Remote { get; init; } = "origin";

    /// <summary>What the remote is told when it asks who pushes; null: what git is configured to.</summary>
    public GitCredential? Credential { get; init; }

    /// <summary>The tag is not signed: a choice, which tag and notes state.</summary>
    public bool WithoutSignature { get; init; }

    /// <summary>Files are signed beside the tag, so that what that needs is asked for before anything is changed.</summary>
    public bool HasStatements { get; init; }

    /// <summary>What the users' environment runs; null: this build has none, and any commit may be released.</summary>
    public ProductionState? Production { get; init; }

    /// <summary>The images that there are, for a line that production does not run.</summary>
    public IReadOnlyList<ReleasedImage> Images { get; init; } = [];

    /// <summary>What a version's tag begins with.</summary>
    public string TagPrefix { get; init; } = "v";

    /// <summary>
    /// The image that is released: what production serves; on a support branch, which production has left behind, the one
    /// that was built from the commit. Null: there is none.
    /// </summary>
    internal ReleasedImage? ImageFor(ReleaseWorld world) =>
        IsProductionAsked(world)
            ? Production!.Image
            : Images.FirstOrDefault(image => image.Commit.Is(world.Base) && !image.IsDirty);

    /// <summary>Whether what production serves decides.</summary>
    internal bool IsProductionAsked(ReleaseWorld world) =>
        Production is not null && ReleaseBranches.Of(world.Branch) is not ReleaseBranch.Support;

    public string TagOf(SemanticVersion version) => $"{TagPrefix}{version}";
}
