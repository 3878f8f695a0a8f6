using Nuke.Common;
using Nuke.Common.IO;

namespace Slipway.Components;

/// <summary>Where a run leaves what it made. The directory is ignored by git and can be removed at any time.</summary>
public interface IHazResults : INukeBuild
{
    AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";

    /// <summary>Test results, a directory for each suite.</summary>
    AbsolutePath TestResultsDirectory => ArtifactsDirectory / "tests";

    /// <summary>What the tools that ran said, a file for each.</summary>
    AbsolutePath LogsDirectory => ArtifactsDirectory / "logs";

    /// <summary>The plans that were previewed, a file for each environment.</summary>
    AbsolutePath PlansDirectory => ArtifactsDirectory / "plans";

    /// <summary>What was judged of commits, for a release of them.</summary>
    AbsolutePath ChecksDirectory => ArtifactsDirectory / "checks";

    /// <summary>A path as messages name it: relative to the root where it lies below it.</summary>
    sealed string Shown(AbsolutePath path) =>
        RootDirectory.Contains(path) ? RootDirectory.GetRelativePathTo(path).ToString() : path;

    /// <summary>Pages for people.</summary>
    AbsolutePath ReportsDirectory => ArtifactsDirectory / "reports";
}
