using Slipway.Verification.TestRuns;

namespace Slipway.Verification.Tests.TestRuns;

public class TestVerdictTests
{
    [Fact]
    public void Passed_needs_a_test_that_passed() =>
        TestVerdict.Of([Suite(passed: 1)]).Should().BeOfType<TestVerdict.Passed>();

    [Fact]
    public void One_failure_is_enough() =>
        TestVerdict
            .Of([Suite(passed: 9), Suite(passed: 1, new TestFailure("T", "no"))])
            .Should()
            .BeOfType<TestVerdict.Failed>();

    [Fact]
    public void No_results_are_not_checked() =>
        TestVerdict.Of([]).Should().Be(new TestVerdict.NotChecked("there are no test results"));

    [Fact]
    public void Skipped_tests_prove_nothing() =>
        TestVerdict
            .Of([Suite(passed: 0) with { Skipped = 3 }])
            .Should()
            .Be(new TestVerdict.NotChecked("no test ran: all were skipped"));

    static TestSuite Suite(int passed, params TestFailure[] failures) =>
        new("suite", passed, 0, failures, TimeSpan.Zero);
}
