using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Serilog;
using Serilog.Events;
using Slipway.Reporting;
using Slipway.Verification.TestRuns;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>Runs test suites and says what they found; the results stay under <c>artifacts/tests</c>.</summary>
static class Suites
{
    static readonly string[] s_jobFiles = ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"];

    /// <summary>
    /// Runs them side by side as far as the machine carries it, begun in their order, each to its end, and then fails if
    /// one of them failed: the reader gets all the news at once. The projects are compiled already.
    /// </summary>
    /// <exception cref="BuildException">A test failed, or a run ended without results.</exception>
    public static void Run(IHazResults build, params IReadOnlyList<Suite> suites)
    {
        var results = Work.ShowAsync(
                RunRecord.Of(build),
                "Tests",
                progress =>
                    SideBySide.RunAsync(
                        suites,
                        SideBySide.AtOnce(SideBySide.Cores, SideBySide.Memory),
                        suite => progress.Stage(suite.Name, () => Run(build, suite), Describe)
                    )
            )
            .GetAwaiter()
            .GetResult();
        RunRecord.Of(build).Suites.AddRange(results);
        Judge(build, results);
    }

    /// <summary>Says what failed and what was skipped, and fails when something failed.</summary>
    /// <exception cref="BuildException">A test failed, or a run did not come to its end.</exception>
    internal static void Judge(IHazResults build, IReadOnlyList<TestSuite> results)
    {
        foreach (var result in results)
            ReportFailures(result);
        foreach (var note in SkipNotes.Of(results))
            Log.Write(note.NothingRan ? LogEventLevel.Warning : LogEventLevel.Information, "{Note:l}", note.Text);

        build.ReportSummary(_ =>
            _.With("Passed", $"{results.Sum(result => result.Passed)}")
                .With("Failed", $"{results.Sum(result => result.Failed)}")
                .With("Skipped", $"{results.Sum(result => result.Skipped)}")
        );
        if (TestVerdict.Of(results) is TestVerdict.Failed)
        {
            var names = string.Join(", ", results.Where(IsBad).Select(result => result.Name));
            throw new BuildException(
                $"Tests failed: {names}. What the runs said: {build.Shown(build.LogsDirectory)}/test-*.log"
            );
        }
    }

    static bool IsBad(TestSuite suite) => suite.Failed > 0 || suite.Error is not null;

    static TestSuite Run(IHazResults build, Suite suite)
    {
        var directory = build.TestResultsDirectory / suite.Name;
        directory.CreateOrCleanDirectory();
        var log = build.LogsDirectory / $"test-{suite.Name}.log";
        var exitCode = 0;
        DotNetTest(_ =>
            _.SetProjectFile(build.RootDirectory / suite.Project)
                .SetConfiguration("Release")
                .SetNoBuild(suite.IsCompiled)
                .EnableNoLogo()
                .SetLoggers($"trx;LogFileName={suite.Name}.trx")
                .SetResultsDirectory(directory)
                .When(_ => suite.MeasuresCoverage, _ => _.SetDataCollector("XPlat Code Coverage"))
                .With(suite.Environment)
                .WithoutJobFiles()
                .SetProcessOutputLogging(false)
                .SetProcessInvocationLogging(false)
                .SetProcessExitHandler(
                    new Action<IProcess>(process =>
                    {
                        exitCode = process.ExitCode;
                        Quiet.Keep(process, log);
                    })
                )
        );

        var trx = directory / $"{suite.Name}.trx";
        if (trx.FileExists())
            return TrxReader.Read(trx);
        var last = Quiet.Telling(File.ReadAllLines(log)).LastOrDefault();
        return new TestSuite(
            suite.Name,
            Passed: 0,
            Skipped: 0,
            Failures: [],
            TimeSpan.Zero,
            $"ended with {exitCode} and left no results: {last} All it said: {build.Shown(log)}"
        );
    }

    internal static (StageOutcome, string?) Describe(TestSuite result) =>
        (
            TestVerdict.Of([result]) switch
            {
                TestVerdict.Passed => StageOutcome.Succeeded,
                TestVerdict.Failed => StageOutcome.Failed,
                _ => StageOutcome.Skipped,
            },
            string.Join(
                "; ",
                [$"{result.Passed} passed, {result.Failed} failed, {result.Skipped} skipped", .. Ended(result)]
            )
        );

    /// <summary>What ended it before its end; nothing where it came there.</summary>
    static string[] Ended(TestSuite result) => result.Error is { } error ? [error] : [];

    static void ReportFailures(TestSuite result)
    {
        foreach (var failure in result.Failures)
            Log.Error("{Test:l}\n{Message:l}", failure.Name, failure.Message);
        if (result.Error is { } error)
            Log.Error("{Suite:l}: {Error:l}", result.Name, error);
    }

    /// <summary>Tests start builds too: what those find and hand on is not this job's.</summary>
    static DotNetTestSettings WithoutJobFiles(this DotNetTestSettings settings) =>
        s_jobFiles
            .Where(name => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 })
            .Aggregate(settings, (changed, name) => changed.SetProcessEnvironmentVariable(name, ""));

    static DotNetTestSettings With(this DotNetTestSettings settings, IReadOnlyDictionary<string, string> variables) =>
        variables
            .Where(variable => variable.Value.Length > 0)
            .Aggregate(
                settings,
                (changed, variable) => changed.SetProcessEnvironmentVariable(variable.Key, variable.Value)
            );
}
