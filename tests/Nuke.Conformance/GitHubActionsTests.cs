namespace Nuke.Conformance;

public class GitHubActionsTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("NUKE_HOST", "GitHubActions")]
    public async Task The_host_is_known_from_the_environment(string variable, string value)
    {
        using var sample = new SampleBuild("Parameters") { Environment = { [variable] = value } };

        var run = await sample.RunAsync();

        run.Value("Host").Should().Be("'GitHubActions'");
        run.Value("IsLocalBuild").Should().Be("False");
    }

    [Fact]
    public async Task Without_it_the_host_is_a_terminal()
    {
        using var sample = new SampleBuild("Parameters");

        var run = await sample.RunAsync();

        run.Value("Host").Should().Be("'Terminal'");
        run.Value("IsLocalBuild").Should().Be("True");
    }

    [Fact]
    public async Task Targets_are_groups()
    {
        var run = await RunAsync("Good");

        run.Lines.Should().ContainInOrder("::group::Good", "ran:Good", "::endgroup::Good");
        run.Output.Should().NotContain("║ Good");
    }

    [Fact]
    public async Task Warnings_and_errors_are_annotations()
    {
        var run = await RunAsync("Logs");

        run.Lines.Should().Contain("::warning::a warning line").And.Contain("::error::an error line");
    }

    [Fact]
    public async Task A_failure_is_an_annotation()
    {
        (await RunAsync("Bad")).Output.Should().MatchRegex("::error::Target \"?Bad\"? has thrown an exception");
    }

    [Fact]
    public async Task A_build_server_keeps_no_log_file()
    {
        using var sample = new SampleBuild("Failures");

        await sample.RunAsync("Good", "--host", "GitHubActions");

        sample.Exists(".nuke/temp/build.log").Should().BeFalse();
    }

    static async Task<SampleRun> RunAsync(string target)
    {
        using var sample = new SampleBuild("Failures");
        return await sample.RunAsync(target, "--host", "GitHubActions");
    }
}
