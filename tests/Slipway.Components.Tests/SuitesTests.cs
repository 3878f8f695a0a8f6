using Slipway.Components.Tests.Support;
using Slipway.Reporting;
using Slipway.Testing;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests;

public sealed class SuitesTests : IDisposable
{
    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void The_summary_counts_over_all_suites()
    {
        var build = new SampleBuild(_root.Path);

        Suites.Judge(build, [Suite("first", passed: 2, skipped: 1), Suite("second", passed: 3)]);

        build
            .Summary.Should()
            .Equal(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Passed"] = "5",
                    ["Failed"] = "0",
                    ["Skipped"] = "1",
                }
            );
    }

    [Fact]
    public void A_failed_test_fails_the_build_and_names_its_suite()
    {
        var judging = () =>
            Suites.Judge(
                new SampleBuild(_root.Path),
                [
                    Suite("good", passed: 1),
                    Suite("bad", passed: 1) with
                    {
                        Failures = [new TestFailure("Sample", "expected 1")],
                    },
                    Suite("crashed", passed: 1) with
                    {
                        Error = "The host crashed.",
                    },
                ]
            );

        judging
            .Should()
            .Throw<BuildException>()
            .WithMessage("Tests failed: bad, crashed. What the runs said: artifacts/logs/test-*.log");
    }

    [Fact]
    public void Skipped_tests_alone_fail_nothing()
    {
        var judging = () => Suites.Judge(new SampleBuild(_root.Path), [Suite("skipped", passed: 0, skipped: 2)]);

        judging.Should().NotThrow();
    }

    [Theory]
    [InlineData(2, 1, 0, StageOutcome.Succeeded)]
    [InlineData(2, 1, 1, StageOutcome.Failed)]
    [InlineData(0, 1, 0, StageOutcome.Skipped)]
    public void The_stage_of_a_suite_ends_as_its_tests_did(int passed, int skipped, int failed, StageOutcome outcome)
    {
        var suite = Suite("sample", passed, skipped) with
        {
            Failures = [.. Enumerable.Repeat(new TestFailure("Sample", "expected 1"), failed)],
        };

        Suites.Describe(suite).Should().Be((outcome, $"{passed} passed, {failed} failed, {skipped} skipped"));
    }

    [Fact]
    public void A_suite_that_did_not_come_to_its_end_says_why_on_its_stage()
    {
        var suite = Suite("sample", passed: 1) with { Error = "The host crashed." };

        Suites.Describe(suite).Should().Be((StageOutcome.Failed, "1 passed, 0 failed, 0 skipped; The host crashed."));
    }

    [Fact]
    public void A_suite_runs_with_its_variables_and_its_results_are_kept()
    {
        WriteSample();
        var build = new SampleBuild(_root.Path);

        Suites.Run(build, Sample("sqlite"));

        var result = RunRecord.Of(build).Suites.Should().ContainSingle().Subject;
        (result.Name, result.Passed, result.Total).Should().Be(("Sample-sqlite", 1, 1));
    }

    [Fact]
    public void A_run_without_results_says_the_last_of_what_it_said_and_the_others_come_to_their_end()
    {
        WriteSample();
        var build = new SampleBuild(_root.Path);

        var running = () => Suites.Run(build, new Suite("tests/Missing.csproj"), Sample("sqlite"));

        running.Should().Throw<BuildException>().WithMessage("Tests failed: Missing. *");
        var suites = RunRecord.Of(build).Suites;
        suites.Select(suite => (suite.Name, suite.Passed)).Should().Equal(("Missing", 0), ("Sample-sqlite", 1));
        suites[0]
            .Error.Should()
            .Match("ended with 1 and left no results: *MSB1009* All it said: artifacts/logs/test-Missing.log");
        RunRecord
            .Of(build)
            .Stages.Select(stage => (stage.Title, stage.Outcome))
            .Should()
            .BeEquivalentTo([("Missing", StageOutcome.Failed), ("Sample-sqlite", StageOutcome.Succeeded)]);
    }

    /// <summary>A project of its own kind: its tests are a file of results, and only the right variable lets them be.</summary>
    void WriteSample()
    {
        _root.Write(
            "tests/Sample.proj",
            """
            <Project>
              <Target Name="VSTest">
                <Error Condition="'$(SAMPLE_DATABASE)' != 'sqlite'" Text="SAMPLE_DATABASE is '$(SAMPLE_DATABASE)'." />
                <Copy SourceFiles="results.trx" DestinationFiles="$(VSTestResultsDirectory)/Sample-sqlite.trx" />
              </Target>
            </Project>
            """
        );
        _root.Write(
            "tests/results.trx",
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results><UnitTestResult testName="Good" outcome="Passed" /></Results>
            </TestRun>
            """
        );
    }

    static Suite Sample(string database) =>
        new("tests/Sample.proj")
        {
            Variant = "sqlite",
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SAMPLE_DATABASE"] = database },
        };

    static TestSuite Suite(string name, int passed, int skipped = 0) => new(name, passed, skipped, [], TimeSpan.Zero);
}
