using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Scheduling;

/// <summary>What holds in every run, whatever the jobs are and however they end.</summary>
public sealed class ScheduleProperties
{
    const int Runs = 300;

    [Fact]
    public void Nothing_starts_before_its_needs_and_never_more_at_once_than_may() =>
        ForAny(played => played.Problems.Should().BeEmpty());

    [Fact]
    public void Every_job_ends_in_exactly_one_conclusion_and_no_run_hangs() =>
        ForAny(played =>
        {
            played.Concluded.Keys.Should().BeEquivalentTo(played.Needs.Keys);
            played.Concluded.Values.Should().OnlyContain(ends => ends.Count == 1);
            played.Running.Should().BeEmpty();
        });

    [Fact]
    public void What_follows_a_job_that_waits_for_a_person_waits_too() =>
        ForAny(played =>
        {
            foreach (var (job, needs) in played.Needs)
            {
                if (needs.Any(need => played.Concluded[need][0] == Conclusion.Waiting))
                    played.Concluded[job][0].Should().BeOneOf(Conclusion.Waiting, Conclusion.Cancelled);
            }
        });

    static void ForAny(Action<PlayedRun> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Runs),
            Prop.ForAll(AnyRun.Some.ToArbitrary(), run => holds(PlayedRun.ToItsEnd(run)))
        );
}
