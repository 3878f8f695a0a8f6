using System.Runtime.Versioning;
using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Runs;

/// <summary>What a run does beside the jobs that run: services of those that come, directories of those that are over.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LookingAheadTests
{
    const string Checkout = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd";

    [Fact]
    public async Task Services_begin_while_what_their_job_needs_still_runs()
    {
        await using var run = await OfServiceAsync(first: Waiting("test -e \"$MARK\""));
        run.Service = request =>
        {
            request.Log.Write("it is there");
            return new Fake(() => File.WriteAllText(Mark(run), ""));
        };

        var report = await run.RunAsync();

        report.ShouldBe(Conclusion.Success);
        report.LogOf("second").Should().Contain("it is there").And.Contain("at 4711");
    }

    [Theory]
    [InlineData("services: { db: { image: postgres, ports: ['15432:5432'] } }")]
    [InlineData("services: { db: { image: postgres, volumes: ['data:/data'] } }")]
    [InlineData("services: { db: { image: postgres, options: '--health-retries 3 --name db' } }")]
    [InlineData("services: { db: { image: \"${{ github.event_name == 'push' && 'postgres' }}\" } }")]
    [InlineData("services: { db: { image: postgres, env: { A: \"${{ needs.first.result }}\" } } }")]
    [InlineData("if: always()\n    services: { db: { image: postgres } }")]
    [InlineData("environment: production\n    services: { db: { image: postgres } }")]
    [InlineData("strategy: { matrix: { a: [1] } }\n    services: { db: { image: postgres } }")]
    public async Task Services_that_may_turn_out_otherwise_begin_with_their_job(string second)
    {
        await using var run = await OfServiceAsync(first: "touch \"$MARK\"", second);
        var wasOver = false;
        run.Service = _ =>
        {
            wasOver = File.Exists(Mark(run));
            return new Fake(() => { });
        };

        (await run.RunAsync()).ShouldBe(Conclusion.Success);

        wasOver.Should().BeTrue("the first job touches it");
    }

    [Fact]
    public async Task Services_of_a_job_that_never_begins_end_with_the_run()
    {
        await using var run = await OfServiceAsync(first: Waiting("test -e \"$MARK\"", exit: 1));
        var service = new Fake(() => File.WriteAllText(Mark(run), ""));
        run.Service = _ => service;

        var report = await run.RunAsync();

        report.Job("second").Conclusion.Should().Be(Conclusion.Skipped);
        service.HasEnded.Should().BeTrue();
    }

    [Fact]
    public async Task A_service_that_did_not_start_ahead_fails_its_job_only()
    {
        await using var run = await OfServiceAsync(first: Waiting("test -e \"$MARK\""));
        run.Service = _ =>
        {
            File.WriteAllText(Mark(run), "");
            throw new StepException("no such image");
        };

        var report = await run.RunAsync();

        report.Job("first").Conclusion.Should().Be(Conclusion.Success);
        report.Job("second").Reason.Should().Be("no such image");
    }

    [Fact]
    public async Task The_checkout_of_the_next_job_is_made_beside_the_one_that_runs()
    {
        await using var run = await SampleRun.OfAsync(
            $$"""
            on: push
            jobs:
              first:
                runs-on: ubuntu-24.04
                steps:
                  - uses: {{Checkout}}
                  - run: '{{Waiting("test -e \"$RUNNER_TEMP/../../ready/1\"")}}'
              second:
                needs: first
                runs-on: ubuntu-24.04
                steps:
                  - uses: {{Checkout}}
                  - run: test -e .github/workflows/sample.yml && test ! -e "$RUNNER_TEMP/../../ready/1"
            """
        );

        (await run.RunAsync()).ShouldBe(Conclusion.Success);
    }

    [Fact]
    public async Task The_directory_of_a_job_that_is_over_goes_while_the_last_one_runs()
    {
        await using var run = await SampleRun.OfAsync(
            $$"""
            on: push
            jobs:
              first: { runs-on: ubuntu-24.04, steps: [{ run: "true" }] }
              second: { needs: first, runs-on: ubuntu-24.04, steps: [{ run: test -e "$RUNNER_TEMP/../../1" }] }
              third:
                needs: second
                runs-on: ubuntu-24.04
                steps: [{ run: '{{Waiting("! test -e \"$RUNNER_TEMP/../../1\"")}}' }]
            """
        );

        (await run.RunAsync()).ShouldBe(Conclusion.Success);
    }

    /// <summary>A script that ends when the condition holds; it fails after half a minute.</summary>
    static string Waiting(string condition, int exit = 0) =>
        $"for i in $(seq 600); do {condition} && exit {exit}; sleep 0.05; done; exit 2";

    static string Mark(SampleRun run) => Path.Combine(run.Repository.Path, "mark");

    static async Task<SampleRun> OfServiceAsync(
        string first,
        string second =
            "services: { db: { image: postgres, ports: ['5432'], options: --health-cmd 'a -b' --health-retries '' } }"
    )
    {
        var run = await SampleRun.OfAsync("on: push\njobs: {}");
        run.Write(
            "sample",
            $$$"""
            on: push
            env: { MARK: '{{{Mark(run)}}}' }
            jobs:
              first: { runs-on: ubuntu-24.04, steps: [{ run: '{{{first}}}' }] }
              second:
                needs: first
                runs-on: ubuntu-24.04
                {{{second}}}
                steps: [{ run: "echo at ${{ job.services.db.ports['5432'] }}" }]
            """
        );
        await run.Repository.CommitAsync("feat: services");
        return run;
    }

    sealed class Fake : IRunningService
    {
        public Fake(Action started) => started();

        public bool HasEnded { get; private set; }

        public IReadOnlyDictionary<string, string> Ports { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal) { ["5432"] = "4711" };

        public ValueTask DisposeAsync()
        {
            HasEnded = true;
            return ValueTask.CompletedTask;
        }
    }
}
