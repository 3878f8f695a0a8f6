using System.Runtime.Versioning;
using Slipway.Testing;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Runs;

/// <summary>Workflows that are run: real scripts in real checkouts.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WorkflowRunnerTests
{
    const string Checkout = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd";

    [Fact]
    public async Task Jobs_hand_outputs_and_artifacts_to_those_that_need_them()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              make:
                runs-on: ubuntu-24.04
                outputs:
                  digest: ${{ steps.make.outputs.digest }}
                steps:
                  - id: make
                    run: |
                      mkdir out && echo content > out/file.txt
                      echo "digest=$(sha256sum out/file.txt | cut -c1-8)" >> "$GITHUB_OUTPUT"
                      echo "made **it**" >> "$GITHUB_STEP_SUMMARY"
                  - uses: actions/upload-artifact@v5
                    with: { name: made, path: out }
              use:
                needs: make
                runs-on: ubuntu-24.04
                steps:
                  - uses: actions/download-artifact@v5
                    with: { name: made, path: in }
                  - run: test "$(sha256sum in/file.txt | cut -c1-8)" = "$DIGEST"
                    env: { DIGEST: "${{ needs.make.outputs.digest }}" }
            """
        );

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
        report.Jobs.Select(job => job.Key).Should().Equal("make", "use");
        File.ReadAllText(report.SummaryFile).Should().Contain("| make | success |").And.Contain("made **it**");
        run.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Of_many_errors_the_first_few_are_told_and_how_many_more_there_are()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              fail:
                runs-on: ubuntu-24.04
                steps: [{ run: "for n in {1..40}; do echo \"::error::number $n\"; done; exit 1" }]
            """
        );

        var report = await run.RunAsync();

        report
            .Job("fail")
            .Telling.Should()
            .HaveCount(13)
            .And.Contain("number 1")
            .And.EndWith("32 more lines of errors are in the log");
    }

    [Fact]
    public async Task A_job_with_a_condition_says_that_what_it_needs_failed_and_not_that_its_condition_did()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              fail:
                runs-on: ubuntu-24.04
                steps: [{ run: exit 1 }]
              then:
                needs: fail
                if: github.event_name == 'push'
                runs-on: ubuntu-24.04
                steps: [{ run: "true" }]
              unless:
                needs: fail
                if: success()
                runs-on: ubuntu-24.04
                steps: [{ run: "true" }]
            """
        );

        var report = await run.RunAsync();

        report
            .Jobs.ToDictionary(job => job.Key, job => job.Reason, StringComparer.Ordinal)
            .Should()
            .Contain("then", "a job that it needs did not succeed")
            .And.Contain("unless", "its if is false: success()");
    }

    [Fact]
    public async Task A_job_has_an_empty_directory_until_it_checks_out_what_is_committed()
    {
        await using var run = await SampleRun.OfAsync(
            $$"""
            on: push
            jobs:
              look:
                runs-on: ubuntu-24.04
                steps:
                  - run: test -z "$(ls -A)"
                  - uses: {{Checkout}}
                  - run: |
                      cat committed.txt
                      ! test -e uncommitted.txt
            """
        );
        run.Repository.Write("committed.txt", "as committed");
        await run.Repository.CommitAsync("feat: file");
        run.Repository.Write("committed.txt", "changed");
        run.Repository.Write("uncommitted.txt", "");

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
        report.LogOf("look").Should().Contain("as committed");
        run.Seen.Notes.Should()
            .ContainSingle(note => note.Contains("2 files with uncommitted changes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_follows_a_failure_is_skipped_but_for_what_asks_for_it()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              bad:
                runs-on: ubuntu-24.04
                steps:
                  - name: Break
                    run: |
                      echo "Program.cs(1,1): error CS0001: it is broken"
                      exit 3
                  - run: echo never
              after: { needs: bad, runs-on: ubuntu-24.04, steps: [{ run: echo never }] }
              later: { needs: after, runs-on: ubuntu-24.04, steps: [{ run: echo never }] }
              clean: { needs: [bad, later], if: always(), runs-on: ubuntu-24.04, steps: [{ run: echo cleaned }] }
              told: { needs: later, if: failure(), runs-on: ubuntu-24.04, steps: [{ run: echo told }] }
            """
        );

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Failure);
        report
            .Jobs.ToDictionary(job => job.Key, job => job.Conclusion)
            .Should()
            .Equal(
                new Dictionary<string, Conclusion>
                {
                    ["bad"] = Conclusion.Failure,
                    ["after"] = Conclusion.Skipped,
                    ["later"] = Conclusion.Skipped,
                    ["clean"] = Conclusion.Success,
                    ["told"] = Conclusion.Success,
                }
            );
        report.Job("bad").Reason.Should().Be("'Break' failed");
        report.Job("bad").Telling.Should().Contain("Program.cs(1,1): error CS0001: it is broken");
    }

    [Fact]
    public async Task A_matrix_may_come_from_the_output_of_another_job()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              plan:
                runs-on: ubuntu-24.04
                outputs: { all: "${{ steps.p.outputs.all }}" }
                steps:
                  - id: p
                    run: echo 'all=["a","b"]' >> "$GITHUB_OUTPUT"
              each:
                needs: plan
                strategy: { matrix: { part: "${{ fromJSON(needs.plan.outputs.all) }}" } }
                name: Part ${{ matrix.part }}
                runs-on: ubuntu-24.04
                steps:
                  - run: echo "part $PART of ${{ strategy.job-total }}"
                    env: { PART: "${{ matrix.part }}" }
            """
        );

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
        report.LogOf("each (b)").Should().Contain("part b of 2");
        report.Job("each (a)").Title.Should().Be("Part a");
    }

    [Fact]
    public async Task A_workflow_that_is_called_gets_inputs_and_secrets_and_gives_outputs()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              call:
                uses: ./.github/workflows/inner.yml
                with: { who: world }
                secrets: { TOKEN: "${{ secrets.OUTER }}" }
              after:
                needs: call
                runs-on: ubuntu-24.04
                steps: [{ run: "echo got ${{ needs.call.outputs.said }}" }]
            """
        );
        run.Secrets["OUTER"] = "wisper-quietly";
        run.Write(
            "inner",
            """
            on:
              workflow_call:
                inputs: { who: { type: string, required: true } }
                secrets: { TOKEN: { required: true } }
                outputs: { said: { value: "${{ jobs.say.outputs.said }}" } }
            jobs:
              say:
                runs-on: ubuntu-24.04
                outputs: { said: "${{ steps.s.outputs.said }}" }
                steps:
                  - id: s
                    env: { TOKEN: "${{ secrets.TOKEN }}" }
                    run: |
                      echo "said=hello ${{ inputs.who }}" >> "$GITHUB_OUTPUT"
                      echo "token ${#TOKEN} $TOKEN"
            """
        );
        await run.Repository.CommitAsync("feat: inner");

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
        report.LogOf("after").Should().Contain("got hello world");
        report.LogOf("call / say").Should().Contain("token 14 ***").And.NotContain("wisper-quietly");
    }

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
    public async Task An_environment_that_waits_stops_there_and_goes_on_from_there_once_it_is_approved()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              build:
                runs-on: ubuntu-24.04
                outputs: { stamp: "${{ steps.s.outputs.stamp }}" }
                steps:
                  - id: s
                    run: echo "stamp=$RANDOM$RANDOM" >> "$GITHUB_OUTPUT"
              ship:
                needs: build
                environment: production
                runs-on: ubuntu-24.04
                steps: [{ run: "echo shipped ${{ needs.build.outputs.stamp }}" }]
              after: { needs: ship, runs-on: ubuntu-24.04, steps: [{ run: echo after }] }
            """
        );
        run.Approves = _ => Approval.Waiting;

        var first = await run.RunAsync();
        var second = await run.RunAsync(options => options with { Approved = ["production"] });

        first.ShouldBe(Conclusion.Waiting);
        first.Job("ship").WaitsFor.Should().Be("production");
        first.Job("after").Conclusion.Should().Be(Conclusion.Waiting);
        second.ShouldBe(Conclusion.Success);
        second.Job("build").WasDoneBefore.Should().BeTrue();
        second.LogOf("ship").Should().Contain($"shipped {first.Job("build").Outputs["stamp"]}");
    }

    [Fact]
    public async Task What_another_commit_did_is_not_gone_on_from()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              build: { runs-on: ubuntu-24.04, steps: [{ run: echo built }] }
              ship: { needs: build, environment: production, runs-on: ubuntu-24.04, steps: [{ run: echo shipped }] }
            """
        );
        run.Approves = _ => Approval.Waiting;
        await run.RunAsync();
        await run.Repository.CommitAsync("feat: more");

        var report = await run.RunAsync(options => options with { Approved = ["production"] });

        report.ShouldBe(Conclusion.Success);
        report.Job("build").WasDoneBefore.Should().BeFalse();
    }

    [Fact]
    public async Task An_environment_that_is_refused_fails_its_job()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              ship: { environment: production, runs-on: ubuntu-24.04, steps: [{ run: echo shipped }] }
            """
        );
        run.Approves = _ => Approval.Refused;

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Failure);
        report.Job("ship").Reason.Should().Be("production was not approved");
    }

    [Fact]
    public async Task Cancelling_ends_what_runs_and_says_what_did_not()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              long: { runs-on: ubuntu-24.04, steps: [{ run: "echo begun; sleep 600" }] }
              after: { needs: long, runs-on: ubuntu-24.04, steps: [{ run: echo never }] }
            """
        );
        using var cancel = new CancellationTokenSource();
        var log = Path.Combine(run.Results, "long.log");

        var running = run.RunAsync(cancellation: cancel.Token);
        await Wait.UntilAsync(
            () => File.Exists(log) && ReadShared(log).Contains("begun", StringComparison.Ordinal),
            "it has begun"
        );
        await cancel.CancelAsync();
        var report = await running.WaitAsync(TimeSpan.FromSeconds(60));

        report.ShouldBe(Conclusion.Cancelled);
        report.Jobs.Should().OnlyContain(job => job.Conclusion == Conclusion.Cancelled).And.HaveCount(2);
        run.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task A_leg_that_fails_ends_the_others_where_they_are()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              m:
                strategy: { matrix: { part: [fails, hangs] } }
                runs-on: ubuntu-24.04
                steps:
                  - run: |
                      if [ "$PART" = hangs ]; then sleep 600; fi
                      exit 1
                    env: { PART: "${{ matrix.part }}" }
            """
        );

        var report = await run.RunAsync().WaitAsync(TimeSpan.FromMinutes(2));

        report.ShouldBe(Conclusion.Failure);
        report.Job("m (hangs)").Conclusion.Should().Be(Conclusion.Cancelled);
        report.Job("m (hangs)").Reason.Should().Be("m (fails) failed");
    }

    [Fact]
    public async Task What_a_job_leaves_running_ends_with_it()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              leave:
                runs-on: ubuntu-24.04
                outputs: { pid: "${{ steps.s.outputs.pid }}" }
                steps:
                  - id: s
                    run: |
                      sleep 600 >/dev/null 2>&1 &
                      echo "pid=$!" >> "$GITHUB_OUTPUT"
            """
        );

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
        var pid = report.Job("leave").Outputs["pid"];
        await Wait.UntilAsync(() => !Directory.Exists($"/proc/{pid}"), "the process is gone");
    }

    [Fact]
    public async Task A_service_is_there_for_the_steps_by_its_port_and_ends_with_the_job()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              db:
                runs-on: ubuntu-24.04
                services:
                  postgres: { image: "postgres:17", env: { POSTGRES_USER: "${{ github.job }}" }, ports: ["5432"] }
                steps:
                  - run: echo "port ${{ job.services.postgres.ports['5432'] }}"
            """
        );
        var service = new Stub();
        run.Service = request =>
        {
            request.Container.Env.Find("POSTGRES_USER").Should().Be("db");
            return service;
        };

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
        report.LogOf("db").Should().Contain("port 49999");
        service.IsEnded.Should().BeTrue();
    }

    [Fact]
    public async Task An_action_that_is_not_done_here_is_one_clear_error()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              a: { runs-on: ubuntu-24.04, steps: [{ name: Script, uses: actions/github-script@v8 }] }
            """
        );

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Failure);
        report.Job("a").Reason.Should().Be("'Script' failed");
        report
            .Job("a")
            .Telling.Should()
            .ContainSingle(line =>
                line.StartsWith("The action actions/github-script@v8 cannot run here", StringComparison.Ordinal)
            );
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

    static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new StreamReader(stream).ReadToEnd();
    }

    sealed class Stub : IRunningService
    {
        public bool IsEnded { get; private set; }

        public IReadOnlyDictionary<string, string> Ports { get; } =
            new Dictionary<string, string> { ["5432"] = "49999" };

        public ValueTask DisposeAsync()
        {
            IsEnded = true;
            return ValueTask.CompletedTask;
        }
    }
}
