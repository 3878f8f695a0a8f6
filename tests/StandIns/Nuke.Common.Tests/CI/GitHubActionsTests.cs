using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace Nuke.Common.Tests.CI;

[Collection(OneBuildAtATime.Name)]
public class GitHubActionsTests
{
    [Theory]
    [InlineData("50 % done\nreally", "::warning::50 %25 done%0Areally")]
    [InlineData("a: b, c", "::warning::a: b, c")]
    public void A_message_is_escaped(string message, string written) =>
        Written(x => x.WriteWarning(message)).Should().Be(written + "\n");

    [Fact]
    public void Properties_are_escaped_more_and_separated_by_commas() =>
        Written(x =>
                x.WriteCommand("error", "bad", y => new(y, StringComparer.Ordinal) { ["file"] = "a:b,c", ["line"] = 7 })
            )
            .Should()
            .Be("::error file=a%3Ab%2Cc,line=7::bad\n");

    [Fact]
    public void A_block_is_a_group() =>
        Written(x => x.WriteBlock("Compile").Dispose()).Should().Be("::group::Compile\n::endgroup::Compile\n");

    [Fact]
    public void A_command_that_a_tool_writes_reaches_the_runner_as_it_is() =>
        Written(x => x.FilterMessage("::set-output name=a::b").Should().BeTrue())
            .Should()
            .Be("::set-output name=a::b\n");

    [Fact]
    public void The_properties_are_the_runners_variables()
    {
        using var directory = new Slipway.Testing.TempDirectory();
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_REF"] = "refs/pull/7/merge",
            ["GITHUB_SHA"] = "abc",
            ["GITHUB_RUN_ID"] = "5000000000",
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_EVENT_PATH"] = directory.Write("event.json", """{ "number": 7, "action": "opened" }"""),
            ["GITHUB_STEP_SUMMARY"] = directory["summary.md"],
        };
        try
        {
            foreach (var (name, value) in variables)
                EnvironmentInfo.SetVariable(name, value);
            var host = new GitHubActions();

            GitHubActions.Instance.Should().BeSameAs(host);
            ((Nuke.Common.CI.IBuildServer)host).Branch.Should().Be("refs/pull/7/merge");
            ((Nuke.Common.CI.IBuildServer)host).Commit.Should().Be("abc");
            host.RunId.Should().Be(5_000_000_000);
            (host.IsPullRequest, host.PullRequestNumber, host.PullRequestAction).Should().Be((true, 7, "opened"));
            host.StepSummaryFile.Name.Should().Be("summary.md");
        }
        finally
        {
            foreach (var name in variables.Keys)
                EnvironmentInfo.RemoveVariable(name);
            _ = new Terminal();
        }
    }

    private static string Written(Action<GitHubActions> write)
    {
        var (console, output) = (Console.Out, new StringWriter());
        try
        {
            Console.SetOut(output);
            write(new GitHubActions());
            return output.ToString();
        }
        finally
        {
            Console.SetOut(console);
            _ = new Terminal();
        }
    }
}
