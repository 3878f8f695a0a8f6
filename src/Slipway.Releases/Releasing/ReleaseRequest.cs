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

    /// <summary>The tag is not signed: a choice, which tag and notes state.</summary>
    public bool WithoutSignature { get; init; }

    /// <summary>What the users' environment runs; null: this build has none, and any commit may be released.</summary>
    public ProductionState? Production { get; init; }

    /// <summary>This commit's image in the store; null: it is not there.</summary>
    public ReleasedImage? Image { get; init; }

    /// <summary>What a version's tag begins with.</summary>
    public string TagPrefix { get; init; } = "v";

    public string TagOf(SemanticVersion version) => $"{TagPrefix}{version}";
}
