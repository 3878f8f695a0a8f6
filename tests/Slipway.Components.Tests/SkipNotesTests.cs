using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests;

public sealed class SkipNotesTests
{
    static readonly TestSkip NoPostgres = new("no PostgreSQL is found: install one.", 3);

    [Fact]
    public void A_reason_that_two_suites_give_is_one_note()
    {
        SkipNotes
            .Of([Suite("first", passed: 2, NoPostgres), Suite("second", passed: 1, NoPostgres)])
            .Should()
            .Equal(
                new SkipNote(
                    "6 tests skipped in first, second: no PostgreSQL is found: install one.",
                    NothingRan: false
                )
            );
    }

    [Fact]
    public void Two_reasons_are_two_notes()
    {
        SkipNotes
            .Of([Suite("first", passed: 2, NoPostgres, new TestSkip("only on Windows", 1))])
            .Select(note => note.Text)
            .Should()
            .Equal(
                "3 tests skipped in first: no PostgreSQL is found: install one.",
                "1 test skipped in first: only on Windows"
            );
    }

    [Fact]
    public void A_suite_that_checked_nothing_is_told_from_one_that_checked_a_part()
    {
        SkipNotes
            .Of([Suite("first", passed: 2, NoPostgres), Suite("second", passed: 0, NoPostgres)])
            .Should()
            .Equal(
                new SkipNote(
                    "6 tests skipped in first, second (all of its tests): no PostgreSQL is found: install one.",
                    NothingRan: true
                )
            );
    }

    [Fact]
    public void A_suite_without_a_test_is_named()
    {
        SkipNotes.Of([Suite("empty", passed: 0)]).Should().Equal(new SkipNote("empty has no tests", NothingRan: true));
    }

    [Fact]
    public void A_suite_that_broke_before_its_first_test_has_an_error_and_no_note()
    {
        SkipNotes.Of([Suite("broken", passed: 0) with { Error = "The host crashed." }]).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_said_when_all_tests_ran()
    {
        SkipNotes.Of([Suite("whole", passed: 2)]).Should().BeEmpty();
    }

    static TestSuite Suite(string name, int passed, params TestSkip[] skips) =>
        new(name, passed, skips.Sum(skip => skip.Tests), [], TimeSpan.Zero) { Skips = skips };
}
