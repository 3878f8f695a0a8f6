using Slipway.Testing;
using Slipway.Verification.TestRuns;

namespace Slipway.Verification.Tests.TestRuns;

/// <summary>The samples are what `dotnet test --logger trx` wrote, shortened.</summary>
public sealed class TrxReaderTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_run_is_read_with_its_failures()
    {
        var suite = Read(
            "sqlite.trx",
            """
            <Results>
              <UnitTestResult testName="SampleTests.Good" outcome="Passed" />
              <UnitTestResult testName="SampleTests.Bad(n: 1)" outcome="Failed">
                <Output><ErrorInfo>
                  <Message>Assert.Equal() Failure: Values differ
            Expected: 2</Message>
                  <StackTrace>   at SampleTests.Bad(Int32 n)</StackTrace>
                </ErrorInfo></Output>
              </UnitTestResult>
              <UnitTestResult testName="SampleTests.Later" outcome="NotExecuted">
                <Output><ErrorInfo><Message>later</Message></ErrorInfo></Output>
              </UnitTestResult>
              <UnitTestResult testName="SampleTests.Slow" outcome="Timeout" />
            </Results>
            """,
            """
            <RunInfo outcome="Warning"><Text>[xUnit.net 00:00:00.56]     SampleTests.Later [SKIP]</Text></RunInfo>
            <RunInfo outcome="Error"><Text>[xUnit.net 00:00:00.62]     SampleTests.Bad(n: 1) [FAIL]</Text></RunInfo>
            """
        );

        suite.Name.Should().Be("sqlite");
        (suite.Passed, suite.Failed, suite.Skipped, suite.Total).Should().Be((1, 2, 1, 4));
        suite
            .Failures.Should()
            .Equal(
                new TestFailure("SampleTests.Bad(n: 1)", "Assert.Equal() Failure: Values differ\nExpected: 2"),
                new TestFailure("SampleTests.Slow", "Timeout")
            );
        suite.Duration.Should().Be(TimeSpan.FromSeconds(1.5));
        suite.Error.Should().BeNull();
    }

    [Fact]
    public void A_crash_of_the_test_host_is_an_error_of_the_run()
    {
        var suite = Read(
            "crashed.trx",
            "",
            """
            <RunInfo outcome="Error"><Text>The active test run was aborted. Reason: Test host process crashed : Process terminated.
            boom
               at System.Environment.FailFast(System.String)</Text></RunInfo>
            """
        );

        suite
            .Error.Should()
            .Be("The active test run was aborted. Reason: Test host process crashed : Process terminated. boom");
        TestVerdict.Of([suite]).Should().BeOfType<TestVerdict.Failed>();
    }

    [Fact]
    public void Each_reason_for_skipping_is_told_once_with_its_tests()
    {
        var suite = Read(
            "postgres.trx",
            """
            <Results>
              <UnitTestResult testName="A" outcome="NotExecuted">
                <Output><ErrorInfo><Message>No PostgreSQL.
              Install one.</Message></ErrorInfo></Output>
              </UnitTestResult>
              <UnitTestResult testName="B" outcome="NotExecuted" />
              <UnitTestResult testName="C" outcome="NotExecuted">
                <Output><ErrorInfo><Message>No PostgreSQL.
              Install one.</Message></ErrorInfo></Output>
              </UnitTestResult>
            </Results>
            """,
            ""
        );

        suite
            .Skips.Should()
            .Equal(new TestSkip("No PostgreSQL. Install one.", 2), new TestSkip("no reason is given", 1));
    }

    [Fact]
    public void Another_file_is_an_error()
    {
        var reading = () => TrxReader.Read(_directory.Write("other.trx", "<coverage/>"));

        reading.Should().Throw<VerificationException>().WithMessage("*other.trx:1: not a test results file*");
    }

    TestSuite Read(string name, string results, string infos) =>
        TrxReader.Read([
            _directory.Write(
                name,
                $"""
                <?xml version="1.0" encoding="utf-8"?>
                <TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
                  <Times start="2026-01-01T00:00:00.0+00:00" finish="2026-01-01T00:00:01.5+00:00" />
                  {results}
                  <ResultSummary outcome="Failed"><RunInfos>{infos}</RunInfos></ResultSummary>
                </TestRun>
                """
            ),
        ])[0];
}
