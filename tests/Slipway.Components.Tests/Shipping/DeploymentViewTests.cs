using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Reporting;
using Slipway.Reporting.Terminal;
using Slipway.Testing;

namespace Slipway.Components.Tests.Shipping;

public sealed class DeploymentViewTests : IDisposable
{
    static readonly Plan Plan = Samples.SecondPlan;

    readonly RunRecord _record = new();
    readonly PlainProgress _sink = new(TextWriter.Null);
    readonly RunProgress _progress;
    readonly DeploymentView _view;

    public DeploymentViewTests()
    {
        _progress = new RunProgress(_sink, new ManualTime());
        _progress.RunStarted("staging");
        _view = new DeploymentView(_progress, _record);
    }

    public void Dispose() => _sink.Dispose();

    [Fact]
    public void The_lease_that_is_waited_for_is_a_stage_that_ends_when_the_deployment_goes_on()
    {
        Happen(new Held("ann@desk"), new Held("ben@desk"));
        Stages.Should().Equal(("Waiting for the lease, held by ann@desk", null, "held by ben@desk"));

        Happen(new PlanMade(Plan), Started(0));

        Stages
            .Should()
            .Equal(
                ("Waiting for the lease, held by ann@desk", StageOutcome.Succeeded, null),
                (Plan.Steps[0].Title, null, null)
            );
    }

    [Fact]
    public void Each_step_is_a_stage_and_the_plan_is_kept()
    {
        Happen(new PlanMade(Plan), Started(0), Finished(0), Started(1));

        _record.Plan.Should().Be(Plan);
        Stages.Should().Equal((Plan.Steps[0].Title, StageOutcome.Succeeded, null), (Plan.Steps[1].Title, null, null));
    }

    [Fact]
    public void What_a_step_has_measured_stands_behind_it()
    {
        Happen(new PlanMade(Plan), Started(0), Finished(0) with { Found = "the migrations took 1.5 s on a copy" });

        Stages.Should().Equal((Plan.Steps[0].Title, StageOutcome.Succeeded, "the migrations took 1.5 s on a copy"));
    }

    [Fact]
    public void A_step_that_was_done_already_is_a_skipped_stage()
    {
        Happen(new PlanMade(Plan), Finished(0) with { Skipped = true });

        Stages.Should().Equal((Plan.Steps[0].Title, StageOutcome.Skipped, "it was so already"));
    }

    [Fact]
    public void A_step_that_fails_says_why()
    {
        Happen(new PlanMade(Plan), Started(0), Failed(0));

        Stages.Should().Equal((Plan.Steps[0].Title, StageOutcome.Failed, "out of film"));
    }

    [Fact]
    public void A_step_that_was_cancelled_before_it_began_is_a_failed_stage()
    {
        Happen(new PlanMade(Plan), Failed(0));

        Stages.Should().Equal((Plan.Steps[0].Title, StageOutcome.Failed, "out of film"));
    }

    [Fact]
    public void What_is_undone_is_told_when_a_person_would_care()
    {
        var started = Plan.Steps.ToList().FindIndex(step => step is StartSlot);
        var waited = Plan.Steps.ToList().FindIndex(step => step is AwaitReady);

        Happen(new PlanMade(Plan), Undone(waited), Undone(started));

        Stages.Should().Equal(($"Undone: {Plan.Steps[started].Title}", StageOutcome.Succeeded, null));
    }

    [Fact]
    public void An_unfinished_deployment_is_brought_to_its_end_before_the_next_begins()
    {
        Happen(
            new Waiting("ann@desk"),
            new Converging(Plan, Forward: false, "the switch was not done"),
            Started(0),
            Finished(0),
            new PlanMade(Plan),
            Started(0),
            Finished(0)
        );

        Stages
            .Should()
            .Equal(
                ("Waiting for ann@desk", StageOutcome.Waiting, null),
                ("An unfinished deployment goes back: the switch was not done", StageOutcome.Succeeded, null),
                (Plan.Steps[0].Title, StageOutcome.Succeeded, null),
                (Plan.Steps[0].Title, StageOutcome.Succeeded, null)
            );
    }

    [Fact]
    public void An_approval_that_is_waited_for_is_said_in_one_line()
    {
        Happen(new PlanMade(Plan), new Waiting("an approval of plan abcdef123456"));

        _progress.State.Stages.Should().ContainSingle().Which.IsNote.Should().BeTrue();
        Stages.Should().Equal(("Waiting for an approval of plan abcdef123456", StageOutcome.Waiting, null));
    }

    [Fact]
    public void An_empty_plan_is_not_kept()
    {
        Happen(new PlanMade(Plan with { Steps = [], PointOfNoReturn = -1 }));

        _record.Plan.Should().BeNull();
    }

    [Fact]
    public void A_step_tells_how_it_goes()
    {
        Happen(new PlanMade(Plan), Started(0), new StepProgress(Plan, 0, Plan.Steps[0], "half way"));

        Stages.Should().Equal((Plan.Steps[0].Title, null, "half way"));
    }

    IEnumerable<(string, StageOutcome?, string?)> Stages =>
        _progress.State.Stages.Select(stage => (stage.Title, stage.Outcome, stage.Text));

    void Happen(params DeploymentEvent[] events)
    {
        foreach (var happened in events)
            _view.On(happened);
    }

    static StepStarted Started(int step) => new(Plan, step, Plan.Steps[step]);

    static StepFinished Finished(int step) => new(Plan, step, Plan.Steps[step], TimeSpan.Zero, Skipped: false);

    static StepFailed Failed(int step) => new(Plan, step, Plan.Steps[step], TimeSpan.Zero, new Evidence("out of film"));

    static StepUndone Undone(int step) => new(Plan, step, Plan.Steps[step], TimeSpan.Zero);
}
