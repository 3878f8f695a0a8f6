using System.Runtime.Versioning;
using Slipway.Testing;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Runs;

/// <summary>What ends with a job, or ends it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class JobEndTests
{
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
        report.Job("long").Log.Should().NotBeNull();
        report.Job("after").Log.Should().BeNull();
        (await File.ReadAllTextAsync(report.SummaryFile))
            .Should()
            .Contain("| after | cancelled |  | the run was cancelled |");
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
