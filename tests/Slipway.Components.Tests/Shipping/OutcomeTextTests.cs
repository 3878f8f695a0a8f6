using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Testing;

namespace Slipway.Components.Tests.Shipping;

public sealed class OutcomeTextTests : IDisposable
{
    static readonly Plan Plan = Samples.SecondPlan;

    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    public static TheoryData<Outcome> Good =>
        [
            new Succeeded(Plan),
            new NothingToDo(Plan, "It is live already."),
            new Undone(Plan),
            new AwaitingApproval(Plan),
        ];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_end_is_no_failure(Outcome outcome)
    {
        var showing = () => Show(outcome);

        showing.Should().NotThrow();
    }

    [Fact]
    public void A_deployment_that_went_back_says_what_failed_and_where_the_log_is()
    {
        var evidence = new Evidence("It exited with code 7.", "/logs/green-1.log", ["last words"]);

        var showing = () => Show(new RolledBack(Plan, Plan.Steps[0], evidence));

        showing
            .Should()
            .Throw<BuildException>()
            .WithMessage(
                $"staging: '{Plan.Steps[0].Title}' failed and what was done is undone. It exited with code 7. Log: /logs/green-1.log"
            );
    }

    [Fact]
    public void A_deployment_that_is_stuck_says_how_to_go_on()
    {
        var showing = () => Show(new Unfinished(Plan, Plan.Steps[0], new Evidence("The lease was lost.")));

        showing
            .Should()
            .Throw<BuildException>()
            .WithMessage("staging: stopped at *. The lease was lost. Run the same command again*");
    }

    [Fact]
    public void A_plan_that_is_refused_names_the_one_made_anew()
    {
        var showing = () => Show(new Refused(Plan, ["blue held 1.0.0, now 2.0.0"], Samples.FirstPlan));

        showing.Should().Throw<BuildException>().WithMessage($"*{Plan.ShortDigest}*{Samples.FirstPlan.Digest}*");
    }

    void Show(Outcome outcome) =>
        OutcomeText.Show(Place.Of(new SampleBuild(_root.Path), "staging", mayCreate: false), outcome);
}
