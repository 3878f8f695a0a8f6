using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests;

public sealed class SkipTextTests
{
    static readonly TestSkip NoPostgres = new("no PostgreSQL is found: install one.", 3);

    [Fact]
    public void A_reason_that_two_suites_give_is_one_line()
    {
        SkipText
            .Lines([Suite("first", passed: 2, NoPostgres), Suite("second", passed: 0, NoPostgres)])
            .Should()
            .Equal("6 tests skipped in first, second (all of its tests): no PostgreSQL is found: install one.");
    }

    [Fact]
    public void Two_reasons_are_two_lines()
    {
        SkipText
            .Lines([Suite("first", passed: 2, NoPostgres, new TestSkip("only on Windows", 1))])
            .Should()
            .Equal(
                "3 tests skipped in first: no PostgreSQL is found: install one.",
                "1 test skipped in first: only on Windows"
            );
    }

    [Fact]
    public void A_suite_without_a_test_is_named()
    {
        SkipText.Lines([Suite("empty", passed: 0)]).Should().Equal("empty has no tests");
    }

    [Fact]
    public void Nothing_is_said_when_all_tests_ran()
    {
        SkipText.Lines([Suite("whole", passed: 2)]).Should().BeEmpty();
    }

    static TestSuite Suite(string name, int passed, params TestSkip[] skips) =>
        new(name, passed, skips.Sum(skip => skip.Tests), [], TimeSpan.Zero) { Skips = skips };
}
