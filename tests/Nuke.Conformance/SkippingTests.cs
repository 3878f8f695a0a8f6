namespace Nuke.Conformance;

public class SkippingTests
{
    [Fact]
    public async Task Skip_without_names_leaves_the_invoked_target_alone()
    {
        var run = await RunAsync("Pack", "--skip");

        run.Ran.Should().Equal("Pack");
        run.Outcome.Should()
            .Equal(
                "Restore Skipped Skipped: via parameter",
                "Compile Skipped Skipped: via parameter",
                "Pack Succeeded"
            );
    }

    [Fact]
    public async Task Skip_without_names_leaves_several_invoked_targets_and_their_order()
    {
        var run = await RunAsync("Pack", "Restore", "--skip");

        run.Ran.Should().Equal("Restore", "Pack");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task Skip_without_a_target_skips_the_default_too()
    {
        var run = await RunAsync("--skip");

        run.ExitCode.Should().Be(0);
        run.Ran.Should().BeEmpty();
        run.Summary.Select(x => x.Status).Should().Equal("Skipped", "Skipped", "Skipped");
        // NUKE says nothing; ours says that nothing is left to do.
        if (PackageUnderTest.IsStandIn)
            run.All.Should().Contain("--skip");
    }

    [Fact]
    public async Task Skipping_the_invoked_target_skips_its_dependencies_only()
    {
        var run = await RunAsync("Pack", "--skip", "Pack");

        run.Ran.Should().Equal("Pack");
        run.Outcome.Should()
            .Equal(
                "Restore Skipped Skipped: because of Compile",
                "Compile Skipped Skipped: because of Pack",
                "Pack Succeeded"
            );
    }

    [Fact]
    public async Task A_skipped_target_takes_along_what_nobody_else_needs()
    {
        var run = await RunAsync("Pack", "--skip", "Compile");

        run.Outcome.Should()
            .Equal(
                "Restore Skipped Skipped: because of Compile",
                "Compile Skipped Skipped: via parameter",
                "Pack Succeeded"
            );
    }

    [Fact]
    public async Task An_invoked_dependency_of_a_skipped_target_runs()
    {
        var run = await RunAsync("Pack", "Restore", "--skip", "Compile");

        run.Ran.Should().Equal("Restore", "Pack");
    }

    [Fact]
    public async Task A_dependency_that_another_target_needs_runs()
    {
        var run = await RunAsync("SharesRestore");

        run.Ran.Should().Equal("Restore", "Compile", "SharesRestore");
        run.Outcome.Should().Contain("StaticOff Skipped OnlyWhen: IsOff");
    }

    [Theory]
    [InlineData("compile", "restore")]
    [InlineData("compile+restore")]
    [InlineData("COMPILE", "Re-store")]
    public async Task Skipped_names_come_as_a_list_in_any_case(params string[] names)
    {
        var run = await RunAsync(["Pack", "--skip", .. names]);

        run.Ran.Should().Equal("Pack");
        run.Outcome.Should().Contain("Restore Skipped Skipped: via parameter");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task Skipping_a_target_that_does_not_exist_is_an_error()
    {
        var run = await RunAsync("Pack", "--skip", "Nope");

        // NUKE says nothing and runs everything.
        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 0, better: 255));
        run.Ran.Should().HaveCount(PackageUnderTest.Choose(nuke: 3, better: 0));
        run.All.Contains("Nope", StringComparison.Ordinal).Should().Be(PackageUnderTest.IsStandIn);
    }

    [Fact]
    public async Task A_static_condition_that_fails_skips_the_dependencies_too()
    {
        var run = await RunAsync("AfterStaticOff");

        run.Ran.Should().Equal("AfterStaticOff");
        run.Outcome.Should()
            .Equal(
                "Restore Skipped Skipped: because of StaticOff",
                "StaticOff Skipped OnlyWhen: IsOff",
                "AfterStaticOff Succeeded"
            );
    }

    [Fact]
    public async Task WhenSkipped_Execute_keeps_the_dependencies()
    {
        var run = await RunAsync("AfterStaticOffKeeping");

        run.Ran.Should().Equal("Restore", "AfterStaticOffKeeping");
    }

    [Fact]
    public async Task A_dynamic_condition_that_fails_comes_after_the_dependencies()
    {
        var run = await RunAsync("AfterDynamicOff");

        run.Ran.Should().Equal("Restore", "AfterDynamicOff");
        run.Outcome.Should().Contain("DynamicOff Skipped OnlyWhen: IsOff");
    }

    [Fact]
    public async Task Conditions_that_hold_let_the_target_run()
    {
        (await RunAsync("StaticOn")).Ran.Should().Equal("StaticOn");
    }

    [Fact]
    public async Task A_skipped_target_skips_what_it_triggers()
    {
        var run = await RunAsync("SkippedTrigger");

        run.Outcome.Should()
            .Equal("SkippedTrigger Skipped OnlyWhen: IsOff", "Triggered Skipped Skipped: because of SkippedTrigger");
    }

    [Fact]
    public async Task A_skipped_target_has_no_duration()
    {
        var run = await RunAsync("Pack", "--skip");

        run.Summary.Select(x => x.Duration).Should().Equal("", "", "< 1sec");
    }

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Skipping");
        return await sample.RunAsync(arguments);
    }
}
