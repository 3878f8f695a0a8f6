using System.Diagnostics;
using Slipway.Testing;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running;

namespace Slipway.Workflows.Tests.Running.Steps;

/// <summary>Time limits, cancellation, and what a step leaves running.</summary>
public sealed class StepEndTests : IDisposable
{
    static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    readonly StepBench _bench = new();

    [Fact]
    public async Task A_step_whose_time_is_over_fails_and_all_its_processes_end()
    {
        var time = new ManualTime();
        _bench.Time = time;
        var step = new RunStep(
            """
            trap '' INT TERM
            sleep 300 &
            echo ready
            for second in $(seq 300); do sleep 1; done
            """
        )
        {
            Name = "slow",
            TimeoutMinutes = 3,
        };

        var running = _bench.RunAsync(step);
        await Wait.UntilAsync(() => _bench.Output.Contains("ready"), "the script is ready", Generous);
        time.Advance(TimeSpan.FromMinutes(3));
        await Wait.UntilAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return running.IsCompleted;
            },
            "the step has ended",
            Generous
        );
        var result = await running;

        result.Outcome.Should().Be(StepConclusion.Failure);
        _bench.Errors.Should().Equal("'slow' has timed out after 3 minutes.");
        await Wait.UntilAsync(() => Running().Count == 0, "no process of the job is left", Generous);
    }

    [Fact]
    public async Task A_cancelled_step_may_end_by_itself_and_what_it_wrote_counts()
    {
        using var cancelled = new CancellationTokenSource();
        var step = new RunStep(
            """
            trap 'echo stopped; echo "left=1" >>"$GITHUB_OUTPUT"; exit 0' INT TERM
            echo ready
            while :; do sleep 0.1; done
            """
        );
        var running = _bench.RunAsync(step, new JobCancellation(cancelled.Token, default));
        // The last line of a log may wait for the next one, in case a secret is cut there: none is known here.
        await Wait.UntilAsync(() => _bench.Output.Contains("ready"), "the script is ready", Generous);

        await cancelled.CancelAsync();
        var result = await running.WaitAsync(Generous);

        result.Outcome.Should().Be(StepConclusion.Cancelled);
        result.Outputs.Should().Equal(("left", "1"));
        _bench.Output.Should().Contain("stopped");
        _bench.State.Status.Should().Be(JobStatus.Cancelled);
    }

    [Fact]
    public async Task A_step_that_runs_always_runs_on_when_the_job_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var go = Path.Combine(_bench.Workspace, "go");
        var running = _bench.RunAsync(
            new RunStep("echo ready; while [ ! -e go ]; do sleep 0.05; done; echo cleaned") { If = "always()" },
            new JobCancellation(cancelled.Token, default)
        );
        await Wait.UntilAsync(() => _bench.Output.Contains("ready"), "the script is ready", Generous);

        await cancelled.CancelAsync();
        await File.WriteAllTextAsync(go, "");
        var result = await running.WaitAsync(Generous);

        result.Outcome.Should().Be(StepConclusion.Success);
        _bench.Output.Should().Contain("cleaned");
    }

    [Fact]
    public async Task In_a_cancelled_job_only_steps_run_that_ask_for_it()
    {
        var cancellation = new JobCancellation(new CancellationToken(canceled: true), default);

        var plain = await _bench.RunAsync(new RunStep("echo plain"), cancellation);
        var cleaning = await _bench.RunAsync(new RunStep("echo cleaning") { If = "cancelled()" }, cancellation);

        plain.Outcome.Should().Be(StepConclusion.Skipped);
        cleaning.Outcome.Should().Be(StepConclusion.Success);
    }

    [Fact]
    public async Task A_step_that_leaves_a_server_running_ends_and_the_jobs_end_ends_the_server()
    {
        var time = Stopwatch.StartNew();
        await _bench.RunAsync("sleep 600 &\nsetsid sleep 601 &\necho started").WaitAsync(Generous);

        _bench.Output.Should().Equal("started");
        Running().Should().HaveCount(2);
        time.Elapsed.Should().BeLessThan(Generous);

        var ended = await OrphanProcesses.EndAsync(_bench.State.TrackingId, TimeProvider.System);

        ended.Should().BeEquivalentTo("sleep 600", "sleep 601");
        await Wait.UntilAsync(() => Running().Count == 0, "no process of the job is left", Generous);
    }

    [Fact]
    public async Task What_another_job_runs_is_not_ended()
    {
        using var other = new StepBench();
        await other.RunAsync("sleep 600 >/dev/null 2>&1 &").WaitAsync(Generous);

        await OrphanProcesses.EndAsync(_bench.State.TrackingId, TimeProvider.System);

        var tracked = ProcessTable.Carrying("RUNNER_TRACKING_ID", other.State.TrackingId);
        tracked.Should().ContainSingle();
        await OrphanProcesses.EndAsync(other.State.TrackingId, TimeProvider.System);
    }

    public void Dispose() => _bench.Dispose();

    IReadOnlyList<RunningProcess> Running() => ProcessTable.Carrying("RUNNER_TRACKING_ID", _bench.State.TrackingId);
}
