namespace Slipway.Releases;

/// <summary>What a build between two releases is called: GitVersion 6's <c>mode</c>.</summary>
enum DeploymentMode
{
    /// <summary>The pre-release counts deployments, the build metadata the commits: <c>1.2.4-beta.1+3</c>.</summary>
    ManualDeployment,

    /// <summary>Each commit is a pre-release of its own: <c>1.2.4-beta.3</c>.</summary>
    ContinuousDelivery,

    /// <summary>Each commit is a release: <c>1.2.4</c>.</summary>
    ContinuousDeployment,
}

/// <summary>Which part of a version a branch raises: GitVersion 6's <c>increment</c>.</summary>
enum IncrementRule
{
    None,
    Major,
    Minor,
    Patch,

    /// <summary>What the branch says that it comes from.</summary>
    Inherit,
}

/// <summary>The part of a version that is raised, in rising order.</summary>
enum VersionPart
{
    None,
    Patch,
    Minor,
    Major,
}

/// <summary>Whose messages may ask for an increment: GitVersion 6's <c>commit-message-incrementing</c>.</summary>
enum MessageIncrements
{
    Enabled,
    Disabled,
    MergeMessageOnly,
}

/// <summary>Where versions are looked for: GitVersion 6's <c>strategies</c>.</summary>
[Flags]
enum VersionStrategies
{
    None = 0,
    Fallback = 1,
    ConfiguredNextVersion = 2,
    MergeMessage = 4,
    TaggedCommit = 8,
    TrackReleaseBranches = 16,
    VersionInBranchName = 32,
    Mainline = 64,
}

/// <summary>How much of a version an assembly's version shows.</summary>
enum AssemblyScheme
{
    MajorMinorPatchTag,
    MajorMinorPatch,
    MajorMinor,
    Major,
    None,
}

/// <summary>How strictly tags and names are read as versions: GitVersion 6's <c>semantic-version-format</c>.</summary>
enum VersionFormat
{
    /// <summary>Semantic Versioning 2.0.0, no part missing.</summary>
    Strict,

    /// <summary><c>1</c>, <c>1.2</c> and <c>1.2.3.4</c> are versions too.</summary>
    Loose,
}
