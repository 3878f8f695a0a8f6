using System.Runtime.Versioning;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Runs;

/// <summary>What a run is given from outside, and what it refuses before anything runs.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class GivenToRunTests
{
    const string Checkout = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd";

    [Fact]
    public async Task A_secret_that_nobody_has_given_is_said_before_anything_runs()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              a: { runs-on: ubuntu-24.04, env: { KEY: "${{ secrets.KEY }}" }, steps: [{ run: "true" }] }
            """
        );

        await run.Awaiting(it => it.RunAsync())
            .Should()
            .ThrowAsync<WorkflowException>()
            .WithMessage("*names secrets that nobody has given: KEY*");
        run.Seen.Started.Should().BeEmpty();
        run.Secrets["KEY"] = "";
        (await run.RunAsync()).ShouldBe(Conclusion.Success);
    }

    [Fact]
    public async Task Inputs_are_checked_and_typed()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on:
              workflow_dispatch:
                inputs:
                  where: { type: choice, options: [staging, production], required: true }
                  dry: { type: boolean, default: false }
            jobs:
              a:
                runs-on: ubuntu-24.04
                steps: [{ run: "echo ${{ inputs.where }} ${{ inputs.dry == false }} ${{ github.event.inputs.dry }}" }]
            """
        );

        await run.Awaiting(it => it.RunAsync())
            .Should()
            .ThrowAsync<WorkflowException>()
            .WithMessage("*needs the input 'where'*");
        await run.Awaiting(it => it.RunAsync(With("where", "moon")))
            .Should()
            .ThrowAsync<WorkflowException>()
            .WithMessage("*one of staging, production, not 'moon'*");
        await run.Awaiting(it => it.RunAsync(With("who", "me")))
            .Should()
            .ThrowAsync<WorkflowException>()
            .WithMessage("*no input 'who'*");
        var report = await run.RunAsync(With("where", "staging"));
        report.LogOf("a").Should().Contain("staging true false");
    }

    [Fact]
    public async Task A_pull_request_is_of_no_fork_and_has_no_branch_checked_out()
    {
        await using var run = await SampleRun.OfAsync(
            $$$"""
            on: { pull_request: { types: [opened, closed] } }
            jobs:
              review:
                if: github.event.pull_request.head.repo.full_name == github.repository && github.event.action == 'closed'
                runs-on: ubuntu-24.04
                steps:
                  - uses: {{{Checkout}}}
                  - run: |
                      test "$(git rev-parse --abbrev-ref HEAD)" = HEAD
                      echo "from $GITHUB_HEAD_REF at $GITHUB_SHA"
            """
        );
        await run.Repository.RunAsync("checkout", "--quiet", "-b", "feature/x");

        var report = await run.RunAsync(options => options with { Event = "pull_request.closed" });

        report.ShouldBe(Conclusion.Success);
        report.LogOf("review").Should().Contain($"from feature/x at {report.Commit}");
    }

    [Theory]
    [InlineData("nothing", "There is no workflow .github/workflows/nothing.yml at this commit; there are sample.")]
    [InlineData("later", ".github/workflows/later.yml is not committed*")]
    public async Task A_workflow_that_is_not_committed_is_one_clear_line(string name, string message)
    {
        await using var run = await SampleRun.OfAsync("on: push\njobs: { a: { runs-on: x, steps: [{ run: a }] } }");
        run.Write("later", "on: push");

        await run.Awaiting(it => it.RunAsync(name: name)).Should().ThrowAsync<WorkflowException>().WithMessage(message);
    }

    [Fact]
    public async Task What_GitHub_would_refuse_is_not_run()
    {
        await using var run = await SampleRun.OfAsync(
            "on: push\njobs: { a: { needs: b, runs-on: x, steps: [{ run: a }] } }"
        );

        await run.Awaiting(it => it.RunAsync())
            .Should()
            .ThrowAsync<WorkflowException>()
            .WithMessage("GitHub would refuse .github/workflows/sample.yml*");
    }

    [Fact]
    public async Task A_variable_of_the_shell_that_started_the_run_is_not_in_its_jobs()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              a: { runs-on: ubuntu-24.04, steps: [{ run: "echo [$SLIPWAY_TEST_LEAK]" }] }
            """
        );
        Environment.SetEnvironmentVariable("SLIPWAY_TEST_LEAK", "leaked");

        var report = await run.RunAsync();

        report.LogOf("a").Should().Contain("[]").And.NotContain("leaked");
    }

    static Func<RunOptions, RunOptions> With(string name, string value) =>
        options => options with { Inputs = new Dictionary<string, string> { [name] = value } };
}
