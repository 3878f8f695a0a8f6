using System.Runtime.Versioning;
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
            .And.EndWith("29 more lines of errors are in the log");
    }

    [Fact]
    public async Task An_error_that_is_shown_reported_and_repeated_is_told_once()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              fail:
                runs-on: ubuntu-24.04
                steps:
                  - uses: actions/checkout@v5
                  - run: cat said.txt; exit 1
            """
        );
        run.Repository.Write(
            "said.txt",
            """
            what led to it
            12:00:01 [ERR] the disk is full
            ::error::the disk is full
            a.cs(1,1): error CS1: no
              a.cs(1,1): error CS1: no
            Repeating warnings and errors:
            12:00:01 [ERR] Lint: the disk is full

            """
        );
        await run.Repository.CommitAsync("feat: what a build says");

        var telling = (await run.RunAsync()).Job("fail").Telling;

        telling.Should().ContainSingle(line => line.Contains("the disk is full", StringComparison.Ordinal));
        telling.Should().ContainSingle(line => line.Contains("error CS1: no", StringComparison.Ordinal));
        telling.Should().NotContain(line => line.StartsWith("shell:", StringComparison.Ordinal));
        telling.Should().ContainInOrder("what led to it", "the disk is full", "a.cs(1,1): error CS1: no");
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
}
