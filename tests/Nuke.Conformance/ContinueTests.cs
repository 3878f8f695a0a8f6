namespace Nuke.Conformance;

public class ContinueTests
{
    [Fact]
    public async Task Continue_skips_what_succeeded_in_the_same_invocation()
    {
        using var sample = new SampleBuild("Skipping");
        await sample.RunAsync("Pack");

        var run = await sample.RunAsync("Pack", "--continue");

        run.ExitCode.Should().Be(0);
        run.Ran.Should().BeEmpty();
        run.Summary.Select(x => x.Status).Should().Equal("Skipped", "Skipped", "Skipped");
    }

    [Fact]
    public async Task Continue_resumes_at_the_failed_target()
    {
        using var sample = new SampleBuild("Events");
        sample.Environment["CONFORMANCE_THROW"] = "OnTargetSkipped";
        (await sample.RunAsync("All")).Ran.Should().Equal("First");

        sample.Environment.Remove("CONFORMANCE_THROW");
        var run = await sample.RunAsync("All", "--continue");

        run.ExitCode.Should().Be(0);
        run.Ran.Should().Equal("All");
    }

    [Fact]
    public async Task Another_invocation_starts_over_and_says_so()
    {
        using var sample = new SampleBuild("Skipping");
        await sample.RunAsync("Pack");

        var run = await sample.RunAsync("Compile", "--continue");

        run.Ran.Should().Equal("Restore", "Compile");
        run.All.Should().Contain("Build invocation changed. Restarting ...");
    }

    [Fact]
    public async Task A_changed_value_starts_over()
    {
        using var sample = new SampleBuild("Requirements");
        await sample.RunAsync("NeedsToken", "--token", "one");

        var run = await sample.RunAsync("NeedsToken", "--token", "two", "--continue");

        run.Ran.Should().Equal("Free", "NeedsToken");
    }

    [Fact]
    public async Task Without_a_previous_attempt_everything_runs()
    {
        using var sample = new SampleBuild("Skipping");

        (await sample.RunAsync("Pack", "--continue")).Ran.Should().Equal("Restore", "Compile", "Pack");
    }
}
