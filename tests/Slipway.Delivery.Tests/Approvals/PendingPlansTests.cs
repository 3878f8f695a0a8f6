using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Approvals;

public sealed class PendingPlansTests : IDisposable
{
    static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly Plan s_first = Planner.Deploy(Some.Environment, "local", World.Empty, Some.V1);
    static readonly Plan s_second = Planner.Deploy(Some.Environment, "local", World.Empty, Some.V2);

    static readonly ApprovalPolicy s_two = new() { People = 2 };

    readonly TempDirectory _directory = new();

    StateDirectory State => new(_directory.Path);

    PendingPlans Plans => new(State.Environment("staging"));

    [Fact]
    public void A_newer_plan_takes_the_place_of_the_one_that_waited()
    {
        Plans.Wait(s_first, "ada", s_now);
        Plans.Wait(s_second, "ada", s_now);

        Plans.Waiting().Should().ContainSingle().Which.Plan.Should().Be(s_second.Digest);
        Plans.Load(s_first.Digest).Digest.Should().Be(s_first.Digest, "the file of an older plan stays for history");
    }

    [Fact]
    public void An_approval_records_who_when_and_which()
    {
        Plans.Wait(s_first, "ada", s_now);
        Plans.ApprovalsOf(s_first.Digest).Should().BeEmpty();

        Plans.Approve(s_first.Digest, "bob", s_now);

        Plans.ApprovalsOf(s_first.Digest).Should().Equal(new Approval(s_first.Digest, "bob", s_now));
    }

    [Fact]
    public void An_approval_does_not_outlive_its_first()
    {
        Plans.Wait(s_first, "ada", s_now);
        Plans.Approve(s_first.Digest, "bob", s_now);
        Plans.Forget(s_first.Digest);

        Plans.Wait(s_first, "ada", s_now);

        Plans.ApprovalsOf(s_first.Digest).Should().BeEmpty();
    }

    [Fact]
    public void A_plan_that_does_not_wait_cannot_be_approved() =>
        FluentActions
            .Invoking(() => Plans.Approve(s_first.Digest, "bob", s_now))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("*does not wait for an approval any more*");

    [Fact]
    public void Two_people_are_two_different_ones()
    {
        Plans.Wait(s_first, "ada", s_now);

        s_two.Missing(Approve("bob")).Should().Be(1);
        FluentActions
            .Invoking(() => Approve("BOB"))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("*BOB has approved it already*");
        s_two.Missing(Approve("cy")).Should().Be(0);

        Plans.ApprovalsOf(s_first.Digest).Select(approval => approval.Who).Should().Equal("bob", "cy");
    }

    [Fact]
    public void Where_the_approvals_are_enough_nothing_more_is_recorded()
    {
        Plans.Wait(s_first, "ada", s_now);
        Plans.Approve(s_first.Digest, "bob", s_now);

        Plans.Approve(s_first.Digest, "bob", s_now).Should().ContainSingle();
        Plans.Approve(s_first.Digest, "cy", s_now).Should().ContainSingle().Which.Who.Should().Be("bob");
    }

    [Fact]
    public void An_approval_of_another_plan_under_this_ones_name_is_found()
    {
        Plans.Wait(s_first, "ada", s_now);
        Plans.Approve(s_first.Digest, "bob", s_now);
        var file = _directory[$"environments/staging/plans/{s_first.Digest}.approved.json"];
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace(s_first.Digest, s_second.Digest, StringComparison.Ordinal)
        );

        FluentActions
            .Invoking(() => Plans.ApprovalsOf(s_first.Digest))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage($"{file} approves the plan {s_second.Digest}, not this one*");
    }

    [Fact]
    public void A_plan_and_its_approval_of_an_older_Slipway_that_wrote_titles_go_together()
    {
        var older = s_first with
        {
            Steps = [.. s_first.Steps.Select(step => step with { WrittenTitle = "As it was called then" })],
        };
        Plans.Wait(older, "ada", s_now);

        Plans.Approve(older.Digest, "bob", s_now);

        var digest = CanonicalJson.Sha256(File.ReadAllBytes(Plans.FileOf(older.Digest)));
        digest.Should().Be(older.Digest);
        Plans.Load(digest).Digest.Should().Be(digest);
        Plans.ApprovalsOf(digest).Should().ContainSingle(approval => approval.Plan == digest);
    }

    public void Dispose() => _directory.Dispose();

    IReadOnlyList<Approval> Approve(string who) => Plans.Approve(s_first.Digest, who, s_now, s_two);
}
