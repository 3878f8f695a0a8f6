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
