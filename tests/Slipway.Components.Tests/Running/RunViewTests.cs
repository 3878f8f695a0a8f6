using Slipway.Components.Running;
using Slipway.Reporting.Terminal;
using Slipway.Testing;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Components.Tests.Running;

public sealed class RunViewTests : IDisposable
{
    const string Reason = "the run was cancelled";

    readonly ManualTime _time = new();
    readonly StringWriter _output = new();
    readonly RunView _view;

    public RunViewTests() => _view = new RunView(new RunRecord(), _ => new PlainProgress(_output), _time);

    public void Dispose()
    {
        _view.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void A_job_that_was_cancelled_before_it_began_has_not_failed()
    {
        _view.JobEnded(Cancelled("after"));
        _view.End();

        Shown()
            .Should()
            .Equal(
                "Jobs",
                "[00:00] after ...",
                $"[00:00] after skipped: cancelled before it began: {Reason}",
                "[00:00] Jobs cancelled after 0.0 s"
            );
    }

    [Fact]
    public void A_job_that_was_cancelled_on_its_way_says_after_which_time()
    {
        _view.JobStarted("long", "long");
        _time.Advance(TimeSpan.FromSeconds(12));
        _view.JobEnded(Cancelled("long") with { Log = "long.log" });
        _view.End();

        Shown()
            .Should()
            .Equal(
                "Jobs",
                "[00:00] long ...",
                $"[00:12] long cancelled after 12 s: {Reason}",
                "[00:12] Jobs cancelled after 12 s"
            );
    }

    [Fact]
    public void A_failure_counts_more_than_what_was_cancelled_for_it()
    {
        _view.JobStarted("a", "a");
        _view.JobEnded(new JobReport("a", "a", Conclusion.Failure) { Reason = "'Test' failed", Log = "a.log" });
        _view.JobEnded(Cancelled("b") with { IsTolerated = true });
        _view.End();

        Shown()[2].Should().Be("[00:00] a FAILED after 0.0 s: 'Test' failed");
        Shown()[^1].Should().Be("[00:00] Jobs FAILED after 0.0 s");
    }

    [Fact]
    public void A_failure_that_is_tolerated_fails_nothing()
    {
        _view.JobStarted("a", "a");
        var failure = new JobReport("a", "a", Conclusion.Failure) { Reason = "'Test' failed", IsTolerated = true };
        _view.JobEnded(failure with { Log = "a.log" });
        _view.End();

        Shown()[2..]
            .Should()
            .Equal("[00:00] a skipped: failed, which is tolerated: 'Test' failed", "[00:00] Jobs done in 0.0 s");
    }

    static JobReport Cancelled(string job) => new(job, job, Conclusion.Cancelled) { Reason = Reason };

    string[] Shown() => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
