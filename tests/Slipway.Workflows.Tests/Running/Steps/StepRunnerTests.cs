using Slipway.Workflows.Model;
using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Steps;

public sealed class StepRunnerTests : IDisposable
{
    readonly StepBench _bench = new();

    [Fact]
    public async Task A_script_runs_in_the_workspace_and_its_output_is_the_log()
    {
        var result = await _bench.RunAsync("pwd\necho to error >&2\necho last");

        result
            .Should()
            .BeEquivalentTo(
                new
                {
                    Outcome = StepConclusion.Success,
                    ExitCode = 0,
                    Name = "Run pwd",
                }
            );
        _bench.Output.Should().Equal(_bench.Workspace, "to error", "last");
    }

    [Fact]
    public async Task The_log_begins_with_the_script_its_shell_and_its_variables()
    {
        await _bench.RunAsync(new RunStep("echo one\necho two") { Env = [("A", "1")] });

        _bench
            .Lines.TakeWhile(line => line.Kind != LogKind.EndGroup)
            .Select(line => line.Text)
            .Should()
            .Equal(
                ["Run echo one", "echo one", "echo two", "shell: * -e {0}", "env:", "  A: 1"],
                (line, expected) =>
                    line == expected
                    || (
                        line.StartsWith("shell: /", StringComparison.Ordinal)
                        && line.EndsWith("/bash -e {0}", StringComparison.Ordinal)
                    )
            );
    }

    [Fact]
    public async Task A_script_that_fails_fails_the_job()
    {
        var result = await _bench.RunAsync("exit 3");

        result
            .Should()
            .BeEquivalentTo(
                new
                {
                    Outcome = StepConclusion.Failure,
                    Conclusion = StepConclusion.Failure,
                    ExitCode = 3,
                }
            );
        _bench.Errors.Should().Equal("Process completed with exit code 3.");
        _bench.State.Status.Should().Be(JobStatus.Failure);
    }

    [Fact]
    public async Task A_step_that_may_fail_does_not_fail_the_job()
    {
        var result = await _bench.RunAsync(new RunStep("exit 1") { Id = "try", ContinueOnError = true });

        result.Should().BeEquivalentTo(new { Outcome = StepConclusion.Failure, Conclusion = StepConclusion.Success });
        _bench.State.Status.Should().Be(JobStatus.Success);
        _bench.State.Steps.Should().Be(Values.Map(("try", result.ToValue())));
    }

    [Fact]
    public async Task After_a_failure_only_steps_that_ask_for_it_run()
    {
        await _bench.RunAsync("exit 1");

        var plain = await _bench.RunAsync("echo plain");
        var cleaning = await _bench.RunAsync(new RunStep("echo ${{ job.status }}") { If = "failure()" });
        var always = await _bench.RunAsync(new RunStep("echo always") { If = "${{ always() }}" });

        plain.Outcome.Should().Be(StepConclusion.Skipped);
        cleaning.Outcome.Should().Be(StepConclusion.Success);
        always.Outcome.Should().Be(StepConclusion.Success);
        _bench.Output.Should().Contain(["failure", "always"]).And.NotContain("plain");
    }

    [Fact]
    public async Task A_pipe_fails_with_its_last_command_unless_bash_is_asked_for()
    {
        var plain = await _bench.RunAsync(new RunStep("false | true"));
        var bash = await _bench.RunAsync(new RunStep("false | true") { Shell = "bash" });

        plain.Outcome.Should().Be(StepConclusion.Success);
        bash.Outcome.Should().Be(StepConclusion.Failure);
    }

    [Theory]
    [InlineData("bash", "shopt -qo pipefail && ! shopt -q login_shell && echo yes", "yes")]
    [InlineData("sh", "echo ${BASH_VERSION:-none}", "none")]
    [InlineData("cat {0}", "not a script", "not a script")]
    [InlineData("bash -c \"echo quoted; cat {0}\"", "content", "quoted content")]
    public async Task A_script_runs_in_the_shell_that_its_step_names(string shell, string script, string output)
    {
        if (
            shell is "sh"
            && File.Exists("/bin/bash")
            && new FileInfo("/bin/sh").LinkTarget is { } link
            && link.Contains("bash", StringComparison.Ordinal)
        )
            return;

        await _bench.RunAsync(new RunStep(script) { Shell = shell });

        string.Join(' ', _bench.Output).Should().Be(output);
    }

    [Theory]
    [InlineData("no-such-shell {0}", "The shell 'no-such-shell' is not on PATH*")]
    [InlineData("cat", "There is no shell 'cat' here: write bash, sh, pwsh, python, or a command with {0}*")]
    public async Task A_shell_that_is_not_there_is_said(string shell, string error)
    {
        var result = await _bench.RunAsync(new RunStep("true") { Shell = shell });

        result.Outcome.Should().Be(StepConclusion.Failure);
        _bench.Errors.Single().Should().Match(error);
    }

    [Fact]
    public async Task A_script_runs_where_its_step_says_else_where_the_job_says()
    {
        Directory.CreateDirectory(Path.Combine(_bench.Workspace, "a", "b"));
        _bench.State = _bench.State with { Defaults = new Defaults { WorkingDirectory = "a" } };

        await _bench.RunAsync("pwd");
        await _bench.RunAsync(new RunStep("pwd") { WorkingDirectory = "a/${{ 'b' }}" });
        await _bench.RunAsync(new RunStep("pwd") { WorkingDirectory = "nowhere" });

        _bench.Output.Should().Contain([$"{_bench.Workspace}/a", $"{_bench.Workspace}/a/b"]);
        _bench.Errors.Single().Should().Match("The working-directory 'nowhere' is not there*");
    }

    [Fact]
    public async Task Expressions_in_a_script_are_replaced_before_it_runs()
    {
        await _bench.RunAsync(
            new RunStep("echo '${{ github.ref }} ${{ env.A }}'") { Env = [("A", "${{ github.sha }}")] }
        );

        _bench.Output.Should().Equal("refs/heads/main 0123");
    }

    [Fact]
    public async Task An_expression_without_a_value_fails_its_step()
    {
        var result = await _bench.RunAsync("echo ${{ fromJSON('{') }}");

        result.Outcome.Should().Be(StepConclusion.Failure);
        _bench.Errors.Single().Should().StartWith("fromJSON(): the text is not JSON at line 1");
    }

    [Fact]
    public async Task A_step_sees_its_files_and_the_runners_variables()
    {
        await _bench.RunAsync(
            """
            echo "$CI $GITHUB_ACTIONS $GITHUB_REF $GITHUB_SHA $GITHUB_JOB $RUNNER_OS ${GITHUB_TOKEN:-no token}"
            [ "$GITHUB_WORKSPACE" = "$PWD" ] && [ "$RUNNER_TEMP" ] && echo directories
            for file in "$GITHUB_OUTPUT" "$GITHUB_ENV" "$GITHUB_PATH" "$GITHUB_STEP_SUMMARY" "$GITHUB_STATE"; do
              [ -f "$file" ] && [ ! -s "$file" ] && echo file
            done
            """
        );

        _bench
            .Output.Should()
            .Equal(
                "true true refs/heads/main 0123 build Linux no token",
                "directories",
                "file",
                "file",
                "file",
                "file",
                "file"
            );
    }

    [Fact]
    public async Task Nothing_of_the_callers_environment_gets_in_but_what_is_listed()
    {
        _bench.Machine["AWS_SECRET_ACCESS_KEY"] = "of the caller";
        _bench.Machine["https_proxy"] = "http://proxy";

        await _bench.RunAsync("env");

        _bench.Output.Should().Contain("https_proxy=http://proxy");
        _bench.Output.Should().NotContain(line => line.Contains("of the caller", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_variables_of_the_step_are_over_the_jobs_and_those_of_steps_before_it()
    {
        _bench.State = _bench.State with
        {
            Environment = StepEnvironment.Layer(
                StepEnvironment.Empty,
                [("A", "job"), ("B", "job"), ("C", "job")],
                _bench.State.Scope
            ),
        };
        await _bench.RunAsync(
            "echo B=earlier >>$GITHUB_ENV; echo C=earlier >>$GITHUB_ENV; echo GITHUB_SHA=forged >>$GITHUB_ENV"
        );

        await _bench.RunAsync(new RunStep("echo $A $B $C ${{ env.B }} $GITHUB_SHA") { Env = [("C", "step")] });

        _bench.Output.Last().Should().Be("job earlier step earlier 0123");
    }

    [Fact]
    public async Task What_a_step_writes_to_its_files_is_its_result()
    {
        var result = await _bench.RunAsync(
            new RunStep(
                """
                echo "digest=sha256:ab=cd" >>"$GITHUB_OUTPUT"
                { echo "notes<<END"; echo "one"; echo; echo "two"; echo "END"; } >>"$GITHUB_OUTPUT"
                echo "done=yes" >>"$GITHUB_STATE"
                echo "# Done" >>"$GITHUB_STEP_SUMMARY"
                echo /first >>"$GITHUB_PATH"; echo /second >>"$GITHUB_PATH"
                """
            )
            {
                Id = "make",
            }
        );
        await _bench.RunAsync(
            "echo '${{ steps.make.outputs.digest }} ${{ steps.make.outcome }}'; echo $PATH | cut -d: -f1-2"
        );

        result.Outputs.Should().Equal(("digest", "sha256:ab=cd"), ("notes", "one\n\ntwo"));
        result.State.Should().Equal(("done", "yes"));
        result.Summary.Should().Be("# Done\n");
        _bench.Output.TakeLast(2).Should().Equal("sha256:ab=cd success", "/second:/first");
    }

    [Fact]
    public async Task A_malformed_file_fails_the_step_and_says_where()
    {
        var result = await _bench.RunAsync("echo ok=1 >>$GITHUB_OUTPUT; echo nonsense >>$GITHUB_OUTPUT");

        result.Outcome.Should().Be(StepConclusion.Failure);
        result.Outputs.Should().Equal(("ok", "1"));
        _bench.Errors.Single().Should().StartWith("GITHUB_OUTPUT, line 2: Invalid format 'nonsense'. Write name=value");
    }

    [Fact]
    public async Task No_script_and_no_file_of_a_step_is_left()
    {
        await _bench.RunAsync("echo secret");

        Directory.EnumerateFiles(_bench.State.TempDirectory, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task An_action_gets_its_inputs_and_the_steps_variables()
    {
        ActionCall? asked = null;
        _bench.Action = call =>
        {
            asked = call;
            return new ActionResult { Outputs = [("path", "/here")], Summary = "# Action" };
        };

        var result = await _bench.RunAsync(
            new ActionStep("actions/checkout@0123")
            {
                Id = "checkout",
                With = [("ref", "${{ github.ref }}")],
                Env = [("A", "${{ github.sha }}")],
            }
        );

        asked!.With.Should().Equal(("ref", "refs/heads/main"));
        asked.Environment.Should().Contain("A", "0123").And.Contain("GITHUB_ACTION", "checkout");
        result.Should().BeEquivalentTo(new { Name = "Run actions/checkout@0123", Summary = "# Action" });
        result.Outputs.Should().Equal(("path", "/here"));
    }

    [Fact]
    public async Task An_action_that_is_not_there_fails_its_step()
    {
        var result = await _bench.RunAsync(new ActionStep("some/thing@v1"));

        result.Outcome.Should().Be(StepConclusion.Failure);
        _bench.Errors.Should().Equal("There is no action 'some/thing' here.");
    }

    public void Dispose() => _bench.Dispose();
}
