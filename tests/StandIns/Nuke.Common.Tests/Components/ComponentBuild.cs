using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

namespace Nuke.Common.Tests.Components;

/// <summary>A build made of components, as a backend's would be.</summary>
internal sealed class ComponentBuild : NukeBuild, IPublish, IReportCoverage, IHazChangelog, IHazGitRepository
{
    bool IReportCoverage.CreateCoverageHtmlReport => false;
    bool IReportCoverage.ReportToCodecov => true;
    IEnumerable<Project> ITest.TestProjects => From<IHazSolution>().Solution.AllProjects;
    Configure<DotNetBuildSettings> ICompile.CompileSettings => _ => _.EnableNoLogo();

    /// <summary>Records what the components would run.</summary>
    public Target Show =>
        _ =>
            _.Executes(() =>
            {
                var project = From<IHazSolution>().Solution.AllProjects.First();
                Record(From<IRestore>().RestoreSettingsBase(new DotNetRestoreSettings()));
                Record(From<ICompile>().CompileSettingsBase(new DotNetBuildSettings()));
                Record(From<ICompile>().PublishSettingsBase(new DotNetPublishSettings()));
                Record(From<IPack>().PackSettingsBase(new DotNetPackSettings()));
                Record(From<ITest>().TestSettingsBase(new DotNetTestSettings()));
                Record(From<ITest>().TestProjectSettingsBase(new DotNetTestSettings(), project));
                Record(From<IPublish>().PushSettingsBase(new DotNetNuGetPushSettings()));
            });

    private T From<T>()
        where T : INukeBuild => (T)(object)this;

    private static void Record(ToolOptions options) => RunningBuild.Trace.Add(string.Join(' ', options.GetArguments()));
}
