using System.Runtime.Versioning;

namespace Nuke.Conformance;

/// <summary>Tools are real processes: sh, and a script that prints its arguments in the place of dotnet.</summary>
[UnsupportedOSPlatform("windows")]
public class ToolTests
{
    [Fact]
    public async Task A_tool_answers_and_logs_both_its_outputs()
    {
        var run = await RunAsync("Succeeds");

        run.ExitCode.Should().Be(0);
        run.Lines.Should().Contain("output Std to-output").And.Contain("output Err to-error");
        run.Output.Should().Contain("[DBG] to-output").And.Contain("[ERR] to-error");
        run.Output.Should().MatchRegex(@"\[INF\] > /\S+/sh -c ""echo to-output; echo to-error >&2""");
    }

    [Fact]
    public async Task A_tool_that_fails_fails_the_target_with_its_exit_code()
    {
        var run = await RunAsync("Fails");

        run.ExitCode.Should().Be(255);
        run.Outcome.Should().Equal("Fails Failed ProcessException: Process 'sh' exited with code 3.");
    }

    [Fact]
    public async Task An_exit_handler_takes_the_place_of_the_check()
    {
        var run = await RunAsync("Tolerated");

        run.ExitCode.Should().Be(0);
        run.Lines.Should().Contain("exit code 3");
    }

    [Fact]
    public async Task A_silent_tool_shows_neither_invocation_nor_output()
    {
        (await RunAsync("Silent")).All.Should().NotContain("should-not-show").And.NotContain("[INF] >");
    }

    [Fact]
    public async Task A_tool_runs_where_it_is_told()
    {
        (await RunAsync("Elsewhere")).Lines.Should().Contain("ran in here");
    }

    [Fact]
    public async Task An_argument_marked_r_is_redacted()
    {
        var run = await RunAsync("WithSecret", "--password", "hunter2-secret");

        run.All.Should().NotContain("hunter2-secret").And.Contain("-c \"echo a word\" [REDACTED]");
    }

    [Fact]
    public async Task Interpolated_values_are_quoted_as_needed()
    {
        var (_, arguments) = await ArgumentsAsync("Interpolated");

        arguments.Should().Equal("one", "two words", "ROOT/src dir/App.csproj", "5");
    }

    [Theory]
    [InlineData(
        "Build",
        "build|ROOT/src dir/App.csproj|--configuration|Release|--no-restore|--property:Version=1.2.3|--verbosity|minimal"
    )]
    [InlineData(
        "Test",
        "test|ROOT/src dir/App.csproj|--no-build|--filter|Category=Fast|--logger|trx;LogFileName=a.trx|--results-directory|ROOT/results|--collect|XPlat Code Coverage"
    )]
    [InlineData(
        "Publish",
        "publish|ROOT/src dir/App.csproj|--configuration|Release|--output|ROOT/out|--self-contained|false|--no-build"
    )]
    [InlineData("Restore", "restore|ROOT/src dir/App.csproj|--property:A=b c|--force")]
    [InlineData("Raw", "tool|run|my tool|--no-logo")]
    public async Task Settings_become_arguments_in_the_order_they_were_set(string target, string expected)
    {
        var (_, arguments) = await ArgumentsAsync(target);

        arguments.Should().Equal(expected.Split('|'));
    }

    [Fact]
    public async Task An_invocation_is_logged_with_quotes_where_needed()
    {
        var (run, _) = await ArgumentsAsync("Restore");

        run.Output.Should().Contain("App.csproj\" --property:A=\"b c\" --force");
    }

    [Fact]
    public async Task A_variable_set_for_a_tool_reaches_it()
    {
        var (run, _) = await ArgumentsAsync("EnvironmentOfTool");

        run.Output.Should().Contain("seen:yes");
    }

    [Fact]
    public async Task A_tool_from_the_path_is_a_function()
    {
        (await RunAsync("UsesGit")).Lines.Should().Contain("git says git");
    }

    static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        using var sample = new SampleBuild("Tools");
        return await sample.RunAsync(arguments);
    }

    /// <summary>The arguments that the tool really got, with ROOT for the root directory.</summary>
    static async Task<(SampleRun Run, string[] Arguments)> ArgumentsAsync(string target)
    {
        using var sample = new SampleBuild("Tools");
        var script = sample.Write(
            "print-arguments",
            """
            #!/bin/sh
            for argument in "$@"; do echo "argument:$argument"; done
            echo "seen:$CONFORMANCE_SEEN"

            """
        );
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        sample.Write("src dir/App.csproj", "<Project />");
        sample.Environment["DOTNET_EXE"] = script;

        var run = await sample.RunAsync(target);

        run.ExitCode.Should().Be(0, run.All);
        const string marker = "[DBG] argument:";
        string[] arguments =
        [
            .. run
                .Lines.Where(x => x.Contains(marker, StringComparison.Ordinal))
                .Select(x => x[(x.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..])
                .Select(x => x.Replace(sample.Root, "ROOT", StringComparison.Ordinal)),
        ];
        return (run, arguments);
    }
}
