// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Makes packages of the solution.</summary>
public interface IPack : ICompile, IHazArtifacts
{
    AbsolutePath PackagesDirectory => ArtifactsDirectory / "packages";

    Target Pack =>
        _ =>
            _.DependsOn(Compile)
                .Produces(PackagesDirectory / "*.nupkg")
                .Executes(() =>
                {
                    DotNetPack(_ => _.Apply(PackSettingsBase).Apply(PackSettings));
                    ReportSummary(_ => _.AddPair("Packages", PackagesDirectory.GlobFiles("*.nupkg").Count));
                });

    sealed Configure<DotNetPackSettings> PackSettingsBase =>
        _ =>
            _.SetProject(Solution)
                .SetConfiguration(Configuration)
                .SetNoBuild(SucceededTargets.Contains(Compile))
                .SetOutputDirectory(PackagesDirectory)
                .WhenNotNull(this as IHazGitRepository, (_, o) => _.SetRepositoryUrl(o.GitRepository.HttpsUrl))
                .WhenNotNull(this as IHazGitVersion, (_, o) => _.SetVersion(o.Versioning.NuGetVersionV2))
                .WhenNotNull(this as IHazChangelog, (_, o) => _.SetPackageReleaseNotes(o.NuGetReleaseNotes));

    /// <summary>What a build adds.</summary>
    Configure<DotNetPackSettings> PackSettings => _ => _;
}
