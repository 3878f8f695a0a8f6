using System.Globalization;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Verification.Coverage;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>How much of the code the tests reached, over all the suites that ran.</summary>
public interface ICoverage : ITestDatabases
{
    const int ShownFiles = 15;

    [Parameter("Percent of lines that the tests must cover, 0 to 100; the build fails below it")]
    double CoverageThreshold => TryGetValue<double?>(() => CoverageThreshold) ?? 0;

    /// <summary>The backend's own files, relative to the root: what its suites are meant to cover.</summary>
    sealed CoverageFilter BackendCode => new([Path.GetDirectoryName(Backend.Project)!.Replace('\\', '/')], []);

    AbsolutePath CoverageDirectory => ArtifactsDirectory / "coverage";

    Target Coverage =>
        _ =>
            _.Description("Merges the coverage of the suites that ran; fails under the threshold")
                .DependsOn(TestSqlite, TestPostgres)
                .TryAfter<ITestRepository>(build => build.TestOthers)
                .Consumes(TestSqlite, TestPostgres)
                .Produces(CoverageDirectory / "**", ChecksDirectory / "*.json")
                .Cached(
                    this,
                    _ =>
                        _.TakesFrom(nameof(TestSqlite), nameof(TestPostgres))
                            .Parameter(() => CoverageThreshold)
                            .Produces(CoverageDirectory / "**")
                            .Unless(() => IsOfTheRepository ? "it is measured over the whole repository" : null)
                )
                .Runs(() =>
                {
                    var measured = Measured();
                    var verdict = CoverageVerdict.Of(
                        CoberturaReader.Read(measured, RootDirectory, RunRecord.Of(this).Covered ?? BackendCode),
                        CoverageThreshold
                    );
                    RunRecord.Of(this).Coverage = verdict;
                    ReportSummary(_ => _.With("Lines", Percent(verdict)));
                    WriteReport(measured);
                    if (verdict.Holds)
                    {
                        Log.Information("{Summary:l}", verdict.Summary);
                        return;
                    }

                    foreach (
                        var file in verdict is CoverageVerdict.Below { Files: var files } ? files.Take(ShownFiles) : []
                    )
                        Log.Error(
                            "{File:l}: {Percent:0.0} %, {Missed} lines not covered",
                            file.File,
                            file.Percent,
                            file.Missed
                        );
                    throw new BuildException(verdict.Summary);
                });

    private bool IsOfTheRepository =>
        ExecutionPlan.Any(target => target.Name.Equals(nameof(ITestRepository.TestOthers), StringComparison.Ordinal));

    /// <summary>Those of this run, and of this commit where another job ran the suite; what else is left does not count.</summary>
    private IReadOnlyList<string> Measured() =>
        [
            .. RunRecord
                .Of(this)
                .Suites.SelectMany(suite => SuiteResults.CoverageFiles(this, suite.Name))
                .Concat(SuiteResults.CoverageOf(this, [.. SqliteSuites, .. PostgresSuites]))
                .Select(file => file.ToString()),
        ];

    private void WriteReport(IReadOnlyList<string> measured)
    {
        if (measured.Count == 0)
            return;
        DotNetToolRestore(_ => _.Quietly(this, "tool-restore"));
        var files = string.Join(';', measured);
        DotNet(
            $"reportgenerator -reports:{files} -targetdir:{CoverageDirectory} -reporttypes:Html;Cobertura -verbosity:Warning",
            workingDirectory: RootDirectory,
            logOutput: false,
            logInvocation: false,
            exitHandler: Quiet.Handler(this, "coverage-report")
        );
        Log.Information("Report: {Page:l}", Shown(CoverageDirectory / "index.html"));
    }

    private static string Percent(CoverageVerdict verdict) =>
        verdict switch
        {
            CoverageVerdict.Met met => Format(met.Report),
            CoverageVerdict.Below below => Format(below.Report),
            _ => "not checked",
        };

    private static string Format(CoverageReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(report.Percent * 10) / 10:0.0} %");
}
