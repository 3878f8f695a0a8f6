namespace Slipway.Releases.Tests.Releasing.Checks;

public sealed class CheckListTests
{
    static readonly DateTimeOffset s_now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    static readonly string[] s_all =
    [
        "Tests: unit",
        "Tests: integration",
        "Coverage",
        "Secrets",
        "Dependencies",
        "Documents",
    ];

    [Fact]
    public void Every_answer_says_where_it_comes_from()
    {
        var list = Of(Kept(s_all));

        list.Should().OnlyContain(check => check.Answer == CheckAnswer.Passed && !check.Blocks);
        list.Should().OnlyContain(check => check.Source == "checks/1.json, 2026-01-31 12:00Z");
        list.Select(check => check.Name).Should().Equal("Tests", "Coverage", "Secrets", "Dependencies", "Documents");
    }

    [Fact]
    public void What_was_not_run_on_the_commit_blocks_with_the_command_that_runs_it() =>
        Of(Kept([]))
            .Should()
            .HaveCount(5)
            .And.OnlyContain(check => check.Blocks && check.Detail.Contains("./build.sh Verify"));

    [Fact]
    public void One_suite_that_was_not_run_is_named() =>
        Of(Kept(s_all[1..]))[0].Detail.Should().Be("unit not run on this commit: './build.sh Verify'");

    [Fact]
    public void A_suite_that_failed_is_what_is_said_of_the_tests()
    {
        var tests = Of(Kept(s_all).With([new KeptCheck("Tests: unit", CheckAnswer.Failed, "1 failed", s_now)]))[0];

        tests.Answer.Should().Be(CheckAnswer.Failed);
        tests.Detail.Should().Be("unit: 1 failed");
    }

    [Fact]
    public void A_build_without_suites_has_no_passed_tests() =>
        CheckList.Of(ReleaseBranch.Main, Kept(s_all), [], "f", [])[0].Answer.Should().Be(CheckAnswer.NotChecked);

    [Fact]
    public void What_could_not_look_is_not_passed_and_does_not_block()
    {
        var kept = Kept(s_all).With([new KeptCheck("Dependencies", CheckAnswer.NotChecked, "no source", s_now)]);

        var dependencies = Of(kept).Single(check => check.Name is "Dependencies");

        dependencies.Answer.Should().Be(CheckAnswer.NotChecked);
        dependencies.Blocks.Should().BeFalse();
    }

    [Theory]
    [InlineData(ReleaseBranch.Hotfix)]
    [InlineData(ReleaseBranch.Support)]
    public void The_expedited_list_says_what_it_leaves_out(ReleaseBranch branch)
    {
        var list = CheckList.Of(branch, Kept(s_all[..2]), ["unit", "integration"], "checks/1.json", []);

        list.Where(check => check.Answer == CheckAnswer.LeftOut)
            .Select(check => check.Name)
            .Should()
            .Equal("Coverage", "Documents");
        list.Where(check => check.Blocks).Select(check => check.Name).Should().Equal("Secrets", "Dependencies");
    }

    [Fact]
    public void Answers_from_elsewhere_stand_at_the_end()
    {
        var changelog = new ReleaseCheck("Changelog", CheckAnswer.Passed, "in form", "CHANGELOG.md");

        CheckList.Of(ReleaseBranch.Main, Kept(s_all), [], "f", [changelog])[^1].Should().Be(changelog);
    }

    static IReadOnlyList<ReleaseCheck> Of(CommitChecks kept) =>
        CheckList.Of(ReleaseBranch.Main, kept, ["unit", "integration"], "checks/1.json", []);

    static CommitChecks Kept(IEnumerable<string> names) =>
        new("1", [.. names.Select(name => new KeptCheck(name, CheckAnswer.Passed, "good", s_now))]);
}
