namespace Nuke.Conformance;

public class SummaryTests
{
    [Fact]
    public async Task The_summary_has_a_head_a_row_for_each_target_and_a_total()
    {
        var run = await RunAsync("Good");

        run.Lines.SkipWhile(x => !x.StartsWith("Target ", StringComparison.Ordinal))
            .Take(5)
            .Should()
            .Equal(
                "Target             Status      Duration",
                "───────────────────────────────────────",
                "Good               Succeeded     < 1sec",
                "───────────────────────────────────────",
                "Total                            < 1sec"
            );
        run.Output.Should().Contain("Build succeeded on ");
    }

    [Fact]
    public async Task A_long_target_name_widens_the_column()
    {
        var run = await RunAsync("AsynchronousWithResult");

        run.Lines.Should().Contain("Target                    Status      Duration");
    }

    [Fact]
    public async Task ReportSummary_adds_its_pairs_to_the_row()
    {
        (await RunAsync("Summary")).Outcome.Should().Equal("Summary Succeeded Passed: 3, Skipped: 1");
    }

    [Fact]
    public async Task Each_target_has_a_header()
    {
        (await RunAsync("Good")).Lines.Should().Contain("║ Good");
    }

    [Fact]
    public async Task Warnings_and_errors_are_repeated_before_the_summary_with_their_target()
    {
        var run = await RunAsync("Logs");

        run.Lines.SkipWhile(x => !x.Contains("Errors & Warnings", StringComparison.Ordinal))
            .Should()
            .ContainInConsecutiveOrder("[WRN] Logs: a warning line", "[ERR] Logs: an error line");
    }

    [Theory]
    [InlineData("verbose", "VRB DBG INF WRN ERR")]
    [InlineData("normal", "DBG INF WRN ERR")]
    [InlineData("minimal", "WRN ERR")]
    [InlineData("quiet", "ERR")]
    public async Task Verbosity_decides_which_levels_show(string verbosity, string expected)
    {
        var run = await RunAsync("Logs", "--verbosity", verbosity);

        var levels = run
            .Lines.Where(x =>
                x.EndsWith(" line", StringComparison.Ordinal) || x.EndsWith(" 42", StringComparison.Ordinal)
            )
            .Where(x => x.Length > 12 && x[9] == '[')
            .Select(x => x[10..13]);
        string.Join(' ', levels).Should().Be(expected);
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task An_unknown_verbosity_is_one_clear_line()
    {
        await UnknownValueOf("--verbosity", "Verbosity");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task An_unknown_host_is_one_clear_line()
    {
        await UnknownValueOf("--host", "Host");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("--no-logo", false)]
    public async Task The_engine_says_its_name_unless_told_otherwise(string arguments, bool shown)
    {
        var run = await RunAsync(["Good", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        run.Output.Contains("NUKE Execution Engine ", StringComparison.Ordinal).Should().Be(shown);
    }

    [Fact]
    public async Task A_log_of_the_build_is_kept_under_temp()
    {
        using var sample = new SampleBuild("Failures");

        await sample.RunAsync("Logs");

        sample
            .Read(".nuke/temp/build.log")
            .Should()
            .MatchRegex(@"\d\d:\d\d:\d\d\.\d{3} \| W \| Logs +\| a warning line");
    }

    static async Task UnknownValueOf(string parameter, string name)
    {
        var run = await RunAsync("Good", parameter, "nonsense");

        run.Ran.Should().BeEmpty();
        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 134, better: 255));
        run.All.Should().Contain("nonsense").And.ContainEquivalentOf(name);
        run.All.Contains("   at ", StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
    }

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Failures");
        return await sample.RunAsync(arguments);
    }
}
