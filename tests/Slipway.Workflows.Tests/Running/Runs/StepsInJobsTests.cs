using System.Runtime.Versioning;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Runs;

/// <summary>What steps hand to one another, and to other jobs, in workflows that are run from their YAML.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StepsInJobsTests
{
    [Fact]
    public async Task Variables_paths_and_outputs_go_from_step_to_step()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            env: { LEVEL: workflow, KEPT: "of ${{ github.event_name }}" }
            defaults: { run: { working-directory: tools } }
            jobs:
              build:
                runs-on: ubuntu-24.04
                env: { LEVEL: job, BEFORE: "${{ github.job }}" }
                outputs: { all: "${{ steps.second.outputs.all }} ${{ steps.tolerated.conclusion }}" }
                steps:
                  - run: mkdir tools
                    working-directory: .
                  - id: first
                    run: |
                      printf '#!/bin/sh\necho my tool' > my-tool && chmod +x my-tool
                      echo "$PWD" >> "$GITHUB_PATH"
                      echo "LATER=from the first" >> "$GITHUB_ENV"
                      echo "LEVEL=from the first" >> "$GITHUB_ENV"
                      printf 'lines<<END\none\ntwo\nEND\n' >> "$GITHUB_OUTPUT"
                  - id: tolerated
                    continue-on-error: true
                    run: exit 1
                  - id: second
                    env: { LEVEL: step, LINES: "${{ steps.first.outputs.lines }}" }
                    run: |
                      all="$(my-tool), $LEVEL, $KEPT, $BEFORE, $LATER, ${{ steps.tolerated.outcome }}, $(echo "$LINES" | wc -l)"
                      echo "all=$all" >> "$GITHUB_OUTPUT"
                  - run: test "$LEVEL" = "from the first" -a "${{ env.LEVEL }}" = "from the first"
              use:
                needs: build
                runs-on: ubuntu-24.04
                defaults: { run: { working-directory: . } }
                steps:
                  - run: echo "[${{ needs.build.outputs.all }}] ${LATER:-nothing}"
            """
        );

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
        report
            .LogOf("use")
            .Should()
            .Contain("[my tool, step, of push, build, from the first, failure, 2 success] nothing");
    }

    [Fact]
    public async Task In_a_matrix_each_job_meets_its_own_failure()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              each:
                runs-on: ubuntu-24.04
                strategy:
                  fail-fast: false
                  matrix:
                    part: [good, bad]
                    include: [{ part: bad, code: 7 }]
                steps:
                  - id: main
                    run: exit ${{ matrix.code || 0 }}
                  - run: echo "went on with ${{ matrix.part }}"
                  - if: failure() && matrix.code == '7'
                    run: echo "failed with ${{ matrix.code }}, ${{ steps.main.outcome }}, ${{ job.status }}"
                  - if: always()
                    run: echo "at last ${{ matrix.part }} of ${{ strategy.job-total }}"
            """
        );

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Failure);
        var good = report.Jobs.Single(job => job.Conclusion == Conclusion.Success).Key;
        var bad = report.Jobs.Single(job => job.Conclusion == Conclusion.Failure).Key;
        report.LogOf(good).Should().Contain("went on with good").And.NotContain("failed with 7");
        report
            .LogOf(bad)
            .Should()
            .Contain("failed with 7, failure, failure")
            .And.Contain("at last bad of 2")
            .And.NotContain("went on with bad");
    }

    [Fact]
    public async Task A_secret_is_where_it_is_declared_and_nowhere_to_be_read()
    {
        const string Secret = "correct horse battery staple";
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              with:
                runs-on: ubuntu-24.04
                outputs: { leaked: "${{ steps.it.outputs.it }}", length: "${{ steps.it.outputs.length }}" }
                steps:
                  - id: it
                    name: Use ${{ secrets.PASSPHRASE }}
                    env: { IT: "${{ secrets.PASSPHRASE }}" }
                    run: |
                      echo "$IT"; echo "${IT:0:12}"; echo "${IT:12}"; echo "$IT" | base64
                      echo "::warning title=$IT::$IT"
                      echo "# $IT" >> "$GITHUB_STEP_SUMMARY"
                      echo "it=$IT" >> "$GITHUB_OUTPUT"
                      echo "length=${#IT}" >> "$GITHUB_OUTPUT"
                  - run: exit 1
                    name: Fail with ${{ secrets.PASSPHRASE }}
              without:
                needs: with
                if: always()
                runs-on: ubuntu-24.04
                steps:
                  - run: |
                      echo "leaked: [${{ needs.with.outputs.leaked }}] length: [${{ needs.with.outputs.length }}]"
                      if env | grep -q horse; then exit 9; fi
            """
        );
        run.Secrets["PASSPHRASE"] = Secret;

        var report = await run.RunAsync();

        report.Job("with").Conclusion.Should().Be(Conclusion.Failure);
        report.Job("without").Conclusion.Should().Be(Conclusion.Success, report.LogOf("without"));
        report.LogOf("without").Should().Contain("leaked: [] length: [28]");
        var readable = string.Concat(
            Directory
                .EnumerateFiles(run.Results, "*", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
                .Concat(report.Jobs.Select(job => $"{job.Reason}{string.Join(' ', job.Telling)}{job.Summary}"))
                .Concat(run.Seen.Steps)
        );
        readable.Should().Contain("***").And.NotContainAny("correct horse", "battery staple", "Y29ycmVjdCBob3JzZSB");
    }

    [Fact]
    public async Task Files_are_hashed_in_the_jobs_checkout_and_a_malformed_output_fails_its_step()
    {
        await using var run = await SampleRun.OfAsync(
            """
            on: push
            jobs:
              hash:
                runs-on: ubuntu-24.04
                steps:
                  - run: printf content > a.lock
                  - run: |
                      bytes=$(sha256sum a.lock | cut -c1-64 | sed 's/../\\x&/g')
                      test "$HASH" = "$(printf "$bytes" | sha256sum | cut -c1-64)"
                    env: { HASH: "${{ hashFiles('*.lock') }}" }
                  - name: Wrong
                    run: echo "no equals sign" >> "$GITHUB_OUTPUT"
            """
        );

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Failure);
        report.Job("hash").Reason.Should().Be("'Wrong' failed", report.LogOf("hash"));
        report.LogOf("hash").Should().Contain("GITHUB_OUTPUT, line 1: Invalid format 'no equals sign'.");
    }
}
