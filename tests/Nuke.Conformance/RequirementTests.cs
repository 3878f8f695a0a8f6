namespace Nuke.Conformance;

public class RequirementTests
{
    [Theory]
    [InlineData("NeedsToken", "Token")]
    [InlineData("NeedsCount", "Count")]
    [InlineData("UsesToken", "Token")]
    public async Task A_missing_parameter_stops_the_build_before_its_first_target(string target, string member)
    {
        // A build server's host: nobody is there to be asked.
        var run = await RunAsync(target, "--host", "GitHubActions");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().BeEmpty();
        run.All.Should().Contain($"requires member '{member}' to be not null or empty").And.NotContain("   at ");
        run.Summary.Should().NotBeEmpty().And.OnlyContain(x => x.Status == "NotRun");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task Without_a_terminal_a_missing_parameter_is_one_clear_line()
    {
        var run = await RunAsync("NeedsToken");

        run.ExitCode.Should().Be(255);
        run.Ran.Should().BeEmpty();
        // NUKE asks, and dies on the cursor of a console that is not there.
        run.All.Should().Contain(PackageUnderTest.Choose(nuke: "buffer size", better: "Token"));
        run.All.Should().NotContain("   at ");
    }

    [Theory]
    [InlineData("NeedsToken --token x", "Free NeedsToken")]
    [InlineData("NeedsCount --count 0", "Free NeedsCount")]
    [InlineData("NeedsReady --ready", "Free NeedsReady")]
    public async Task A_requirement_that_is_met_lets_the_target_run(string arguments, string expected)
    {
        var run = await RunAsync(arguments.Split(' '));

        string.Join(' ', run.Ran).Should().Be(expected);
        run.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_boolean_requirement_that_fails_says_its_expression()
    {
        var run = await RunAsync("NeedsReady");

        run.ExitCode.Should().Be(255);
        run.All.Should().Contain("Target 'NeedsReady' requires '").And.Contain("Ready'");
        run.Ran.Should().BeEmpty();
    }

    [Fact]
    public async Task A_skipped_dependency_s_requirements_are_not_checked()
    {
        var run = await RunAsync("UsesToken", "--skip", "NeedsToken");

        run.Ran.Should().Equal("UsesToken");
    }

    [Fact]
    public async Task A_dependency_that_is_switched_off_has_its_requirements_unchecked()
    {
        var run = await RunAsync("UsesOffNeedsToken");

        run.ExitCode.Should().Be(0);
        run.Ran.Should().Equal("UsesOffNeedsToken");
    }

    [Fact]
    public async Task An_invoked_target_that_is_switched_off_has_its_requirements_checked()
    {
        var run = await RunAsync("OffNeedsToken", "--host", "GitHubActions");

        run.ExitCode.Should().Be(255);
        run.Outcome.Should().Equal("OffNeedsToken NotRun OnlyWhen: Never");
    }

    [Fact]
    public async Task An_assured_target_does_not_run_after_a_missing_requirement()
    {
        var run = await RunAsync("NeedsToken", "Assured", "--host", "GitHubActions");

        run.Ran.Should().BeEmpty();
        run.Outcome.Should().Contain("Assured NotRun");
    }

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Requirements");
        return await sample.RunAsync(arguments);
    }
}
