namespace Nuke.Conformance;

public class EventTests
{
    [Fact]
    public async Task Events_come_in_order_and_none_for_a_target_without_actions()
    {
        var run = await RunAsync();

        run.Events.Should()
            .Equal(
                "OnBuildCreated:",
                "OnBuildInitialized:",
                "OnTargetRunning:First",
                "OnTargetSucceeded:First",
                "OnTargetSkipped:Off",
                "OnTargetRunning:All",
                "OnTargetSucceeded:All",
                "OnBuildFinished:"
            );
    }

    [Fact]
    public async Task A_failed_target_raises_its_event_and_the_build_still_finishes()
    {
        var run = await RunAsync(target: "WithBroken");

        run.Events.Should().Contain("OnTargetFailed:Broken").And.EndWith("OnBuildFinished:");
        run.Events.Should().NotContain("OnTargetSucceeded:Broken");
    }

    [Fact]
    public async Task OnBuildFinished_comes_after_the_summary()
    {
        var run = await RunAsync();

        run.Output.Should().MatchRegex("(?s)Build succeeded on .*event:OnBuildFinished");
    }

    [Fact]
    public async Task OnBuildCreated_throwing_ends_the_build_without_a_summary()
    {
        var run = await RunAsync("OnBuildCreated");

        run.ExitCode.Should().Be(255);
        run.All.Should().Contain("OnBuildCreated failed");
        run.Ran.Should().BeEmpty();
        run.Summary.Should().BeEmpty();
    }

    [Fact]
    public async Task OnBuildInitialized_throwing_leaves_all_targets_not_run()
    {
        var run = await RunAsync("OnBuildInitialized");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().BeEmpty();
        run.Summary.Should().NotBeEmpty().And.OnlyContain(x => x.Status == "NotRun");
    }

    [Fact]
    public async Task OnTargetRunning_throwing_aborts_the_target()
    {
        var run = await RunAsync("OnTargetRunning");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().BeEmpty();
        run.Summary[0].ToString().Should().Be("First Aborted");
    }

    [Fact]
    public async Task OnTargetSucceeded_throwing_fails_the_target()
    {
        var run = await RunAsync("OnTargetSucceeded");

        run.ExitCode.Should().Be(255);
        run.Events.Should().ContainInConsecutiveOrder("OnTargetSucceeded:First", "OnTargetFailed:First");
        run.Summary[0].ToString().Should().Be("First Failed InvalidOperationException: OnTargetSucceeded failed");
    }

    [Fact]
    public async Task OnTargetSkipped_throwing_ends_the_build()
    {
        var run = await RunAsync("OnTargetSkipped");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().Equal("First");
        run.Outcome.Should().Contain("All NotRun");
    }

    [Fact]
    public async Task OnTargetFailed_throwing_ends_even_a_build_that_would_proceed()
    {
        var run = await RunAsync("OnTargetFailed", "WithBroken");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().BeEmpty();
        run.Outcome.Should().Contain("WithBroken NotRun");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task OnBuildFinished_throwing_is_one_clear_line()
    {
        var run = await RunAsync("OnBuildFinished");

        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 134, better: 255));
        run.All.Should().Contain("OnBuildFinished failed");
        run.All.Contains("   at ", StringComparison.Ordinal).Should().Be(!PackageUnderTest.IsStandIn);
    }

    static async Task<SampleRun> RunAsync(string? throwing = null, string target = "All")
    {
        using var sample = new SampleBuild("Events") { Environment = { ["CONFORMANCE_THROW"] = throwing } };
        return await sample.RunAsync(target);
    }
}
