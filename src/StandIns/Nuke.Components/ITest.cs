// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Coverlet;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Runs the test projects that the build names, all of them even when one fails.</summary>
public interface ITest : ICompile, IHazArtifacts
{
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    int TestDegreeOfParallelism => 1;

    Target Test =>
        _ =>
            _.DependsOn(Compile)
                .Produces(TestResultDirectory / "*.trx")
                .Produces(TestResultDirectory / "*.xml")
                .Executes(() =>
                {
                    try
                    {
                        DotNetTest(
                            _ =>
                                _.Apply(TestSettingsBase)
                                    .Apply(TestSettings)
                                    .CombineWith(
                                        TestProjects,
                                        (_, v) => _.Apply(TestProjectSettingsBase, v).Apply(TestProjectSettings, v)
                                    ),
                            completeOnFailure: true,
                            degreeOfParallelism: TestDegreeOfParallelism
                        );
                    }
                    finally
                    {
                        ReportTestResults();
                        ReportTestCount();
                    }
                });

    sealed Configure<DotNetTestSettings> TestSettingsBase =>
        _ =>
            _.SetConfiguration(Configuration)
                .SetNoBuild(SucceededTargets.Contains(Compile))
                .ResetVerbosity()
                .SetResultsDirectory(TestResultDirectory)
                .When(
                    CollectsCoverage,
                    _ =>
                        _.EnableCollectCoverage()
                            .SetCoverletOutputFormat(CoverletOutputFormat.cobertura)
                            .SetExcludeByFile("*.Generated.cs")
                            .When(IsServerBuild, _ => _.EnableUseSourceLink())
                );

    sealed Configure<DotNetTestSettings, Project> TestProjectSettingsBase =>
        (_, v) =>
            _.SetProjectFile(v)
                // https://github.com/Tyrrrz/GitHubActionsTestLogger
                .When(
                    GitHubActions.Instance is not null && v.HasPackageReference("GitHubActionsTestLogger"),
                    _ => _.AddLoggers("GitHubActions;report-warnings=false")
                )
                .AddLoggers($"trx;LogFileName={v.Name}.trx")
                .When(CollectsCoverage, _ => _.SetCoverletOutput(TestResultDirectory / $"{v.Name}.xml"));

    /// <summary>What a build adds.</summary>
    Configure<DotNetTestSettings> TestSettings => _ => _;

    /// <inheritdoc cref="TestSettings"/>
    Configure<DotNetTestSettings, Project> TestProjectSettings => (_, v) => _;

    IEnumerable<Project> TestProjects { get; }

    private bool CollectsCoverage =>
        IsServerBuild || InvokedTargets.Contains((this as IReportCoverage)?.ReportCoverage);

    /// <summary>Hands the results to a CI server that shows them; GitHub Actions does not.</summary>
    void ReportTestResults() { }

    /// <summary>Puts the numbers of passed, failed and skipped tests into the summary.</summary>
    void ReportTestCount()
    {
        var outcomes = TestResultDirectory
            .GlobFiles("*.trx")
            .SelectMany(x =>
                XmlTasks.XmlPeek(
                    x,
                    "/xn:TestRun/xn:Results/xn:UnitTestResult/@outcome",
                    ("xn", "http://microsoft.com/schemas/VisualStudio/TeamTest/2010")
                )
            )
            .CountBy(x => x, StringComparer.Ordinal)
            .ToDictionary(x => x.Key, x => x.Value, StringComparer.Ordinal);
        var failed = outcomes.GetValueOrDefault("Failed");
        var skipped = outcomes.GetValueOrDefault("NotExecuted");

        ReportSummary(_ =>
            _.When(failed > 0, _ => _.AddPair("Failed", failed))
                .AddPair("Passed", outcomes.GetValueOrDefault("Passed"))
                .When(skipped > 0, _ => _.AddPair("Skipped", skipped))
        );
    }
}
