namespace Nuke.Conformance;

public class HelpTests
{
    [Fact]
    public async Task Help_lists_targets_with_their_dependencies_and_descriptions()
    {
        var run = await RunAsync("--help");

        run.ExitCode.Should().Be(0);
        run.Lines.Select(x => x.TrimEnd())
            .Should()
            .ContainInOrder(
                "Targets (with their direct dependencies):",
                "  Restore",
                "    Fetches what is needed.",
                "  Compile (default)    -> Restore"
            );
        run.Output.Should().NotContain("Hidden");
        run.Ran.Should().BeEmpty();
    }

    [Fact]
    public async Task Help_lists_the_build_s_parameters_before_NUKE_s()
    {
        var run = await RunAsync("--help");

        run.Lines.Select(x => x.Trim().Split(' ')[0])
            .Where(x => x.StartsWith("--", StringComparison.Ordinal))
            .Should()
            .Equal(
                "--output-path",
                "--undescribed",
                "--continue",
                "--help",
                "--host",
                "--no-logo",
                "--plan",
                "--profile",
                "--root",
                "--skip",
                "--target",
                "--verbosity"
            );
        run.Output.Should().Contain("Parameters:").And.NotContain("unlisted");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task A_description_without_a_terminal_is_not_broken_after_every_word()
    {
        using var sample = new SampleBuild("Help") { Environment = { ["TERM"] = "" } };

        var run = await sample.RunAsync("--help");

        run.Lines.Select(x => x.TrimEnd())
            .Contains("  --output-path        Where the result goes.")
            .Should()
            .Be(PackageUnderTest.IsStandIn);
        run.Output.Should().MatchRegex(@"'Compile'\.");
    }

    [Fact]
    public async Task Help_wins_over_an_invoked_target()
    {
        var run = await RunAsync("Compile", "--help");

        run.Ran.Should().BeEmpty();
        run.Output.Should().Contain("Targets (with their direct dependencies):");
    }

    [Fact]
    [Trait("Kind", "Better")]
    public async Task Plan_writes_a_page_and_runs_nothing()
    {
        // No browser, nor anything that looks for one.
        using var sample = new SampleBuild("Help") { Environment = { ["PATH"] = DotnetOnly() } };

        var run = await sample.RunAsync("--plan");

        run.ExitCode.Should().Be(PackageUnderTest.Choose(nuke: 255, better: 0));
        run.Ran.Should().BeEmpty();
        sample.Read(".nuke/temp/execution-plan.html").Should().ContainAll("Restore", "Compile", "Hidden");
    }

    static string DotnetOnly() => Path.GetDirectoryName(Environment.ProcessPath)!;

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Help");
        return await sample.RunAsync(arguments);
    }
}
