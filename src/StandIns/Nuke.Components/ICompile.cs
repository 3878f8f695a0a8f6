// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Builds the solution, then publishes the projects that the build names.</summary>
public interface ICompile : IRestore, IHazConfiguration
{
    Target Compile =>
        _ =>
            _.DependsOn(Restore)
                .WhenSkipped(DependencyBehavior.Skip)
                .Executes(() =>
                {
                    ReportSummary(_ =>
                        _.WhenNotNull(
                            this as IHazGitVersion,
                            (_, o) => _.AddPair("Version", o.Versioning.NuGetVersionV2)
                        )
                    );
                    DotNetBuild(_ => _.Apply(CompileSettingsBase).Apply(CompileSettings));
                    DotNetPublish(
                        _ =>
                            _.Apply(PublishSettingsBase)
                                .Apply(PublishSettings)
                                .CombineWith(
                                    PublishConfigurations,
                                    (_, v) => _.SetProject(v.Project).SetFramework(v.Framework)
                                ),
                        PublishDegreeOfParallelism
                    );
                });

    sealed Configure<DotNetBuildSettings> CompileSettingsBase =>
        _ =>
            _.SetProjectFile(Solution)
                .SetConfiguration(Configuration)
                .When(IsServerBuild, _ => _.EnableContinuousIntegrationBuild())
                .SetNoRestore(SucceededTargets.Contains(Restore))
                .WhenNotNull(this as IHazGitRepository, (_, o) => _.SetRepositoryUrl(o.GitRepository.HttpsUrl))
                .WhenNotNull(
                    this as IHazGitVersion,
                    (_, o) =>
                        _.SetAssemblyVersion(o.Versioning.AssemblySemVer)
                            .SetFileVersion(o.Versioning.AssemblySemFileVer)
                            .SetInformationalVersion(o.Versioning.InformationalVersion)
                );

    sealed Configure<DotNetPublishSettings> PublishSettingsBase =>
        _ =>
            _.SetConfiguration(Configuration)
                .EnableNoBuild()
                .EnableNoLogo()
                .When(IsServerBuild, _ => _.EnableContinuousIntegrationBuild())
                .WhenNotNull(this as IHazGitRepository, (_, o) => _.SetRepositoryUrl(o.GitRepository.HttpsUrl))
                .WhenNotNull(
                    this as IHazGitVersion,
                    (_, o) =>
                        _.SetAssemblyVersion(o.Versioning.AssemblySemVer)
                            .SetFileVersion(o.Versioning.AssemblySemFileVer)
                            .SetInformationalVersion(o.Versioning.InformationalVersion)
                );

    /// <summary>What a build adds.</summary>
    Configure<DotNetBuildSettings> CompileSettings => _ => _;

    /// <inheritdoc cref="CompileSettings"/>
    Configure<DotNetPublishSettings> PublishSettings => _ => _;

    /// <summary>The projects to publish, none by default.</summary>
    IEnumerable<(Project Project, string Framework)> PublishConfigurations => [];

    int PublishDegreeOfParallelism => 10;
}
