using Nuke.Common.Tooling;
using Slipway.Testing;
using static Nuke.Common.Tests.Tooling.SampleTasks;

namespace Nuke.Common.Tests.Tooling;

[Collection(ProcessWide.Name)]
public sealed class ToolTasksTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly LogSink _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _directory.Dispose();
    }

    /// <summary>Options for a tool that is this script.</summary>
    SampleSettings Tool(string script) =>
        new SampleSettings().SetProcessToolPath(_directory.WriteScript("tool", script));

    [Fact]
    public void A_tool_gets_its_arguments()
    {
        var output = Sample(Tool("""printf '%s\n' "$@" """).SetName("a b").EnableFlag());

        output.Select(x => x.Text).Should().Equal("sample", "--name", "a b", "--flag");
    }

    [Fact]
    public void Lines_are_logged_at_the_level_of_their_pattern()
    {
        Sample(Tool("echo 'warning: careful'; echo plain; echo wrong >&2"));

        _log.Lines.Should().Contain(["Warning: warning: careful", "Debug: plain", "Error: wrong"]);
    }

    [Fact]
    public void A_secret_option_is_redacted_in_log_output_and_error()
    {
        var run = () => Sample(Tool("echo $3 >&2; exit 1").SetToken("s3cret"));

        run.Should().Throw<ProcessException>().Which.Message.Should().Contain("[REDACTED]").And.NotContain("s3cret");
        _log.Lines.Should().Contain(x => x.Contains("--token [REDACTED]")).And.NotContain(x => x.Contains("s3cret"));
    }

    [Fact]
    public void Another_handler_judges_the_exit()
    {
        var exitCode = 0;

        Sample(Tool("exit 5").SetProcessExitHandler(x => exitCode = x.ExitCode));
        Sample(Tool("exit 5").DisableProcessExitHandling());

        exitCode.Should().Be(5);
    }

    [Fact]
    public void An_environment_variable_is_added()
    {
        var output = Sample(Tool("echo $SLIPWAY_TEST").SetProcessEnvironmentVariable("SLIPWAY_TEST", 1));

        output.StdToText().Should().Be("1");
    }

    [Fact]
    public void A_tool_without_a_path_says_how_to_give_one()
    {
        var run = () => Sample(new SampleSettings());

        run.Should().Throw<ArgumentException>().WithMessage("Could not find 'sample-tool-of-the-tests' on the PATH*");
    }

    [Fact]
    public void Combinations_run_in_their_order_and_stop_at_a_failure()
    {
        var tool = Tool("""echo "$2"; [ "$2" != b ]""");

        var run = () => Sample(_ => tool.CombineWith(["a", "b", "c"], (_, v) => _.SetLast(v)));

        run.Should().Throw<AggregateException>().WithInnerException<ProcessException>();
        _log.Lines.Where(x => x.StartsWith("Debug", StringComparison.Ordinal)).Should().Equal("Debug: a", "Debug: b");
    }

    [Fact]
    public void All_combinations_run_when_asked_and_all_failures_are_told()
    {
        var tool = Tool("""echo "$2"; [ "$2" = b ]""");

        var run = () => Sample(_ => tool.CombineWith(["a", "b", "c"], (_, v) => _.SetLast(v)), completeOnFailure: true);

        run.Should().Throw<AggregateException>().Which.InnerExceptions.Should().HaveCount(2);
        _log.Lines.Where(x => x.StartsWith("Debug", StringComparison.Ordinal))
            .Should()
            .Equal("Debug: a", "Debug: b", "Debug: c");
    }

    [Fact]
    public void In_parallel_the_output_of_each_stays_together()
    {
        var tool = Tool("""for i in 1 2 3; do echo "$2$i"; done""");

        var results = Sample(
            _ => tool.CombineWith(["a", "b", "c", "d"], (_, v) => _.SetLast(v)),
            degreeOfParallelism: 4
        );

        results.Select(x => x.Options.Last).Should().Equal("a", "b", "c", "d");
        var lines = _log.Lines.Where(x => x.StartsWith("Debug", StringComparison.Ordinal)).ToList();
        lines.Should().HaveCount(12);
        lines.Chunk(3).Should().OnlyContain(x => x.Select(y => y[7]).Distinct().Count() == 1);
    }
}
