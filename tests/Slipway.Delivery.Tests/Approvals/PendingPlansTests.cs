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

    readonly TempDirectory _directory = new();

    StateDirectory State => new(_directory.Path);

    PendingPlans Plans => new(State.Environment("staging"));

    [Fact]
    public void A_waiting_plan_is_found_by_the_beginning_of_its_digest()
    {
        MakeEnvironment("staging");
        Plans.Wait(s_first, "ada", s_now);

        var found = PendingPlans.Find(State, s_first.Digest[..6]);

        found.Plan.Digest.Should().Be(s_first.Digest);
        found.Environment.Name.Should().Be("staging");
        found.Mark.Should().Be(new PendingMark(s_first.Digest, s_now, "ada"));
        PendingPlans.Find(State, "sha256:" + s_first.Digest).Plan.Digest.Should().Be(s_first.Digest);
    }

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
        Plans.ApprovalOf(s_first.Digest).Should().BeNull();

        Plans.Approve(s_first.Digest, "bob", s_now);

        Plans.ApprovalOf(s_first.Digest).Should().Be(new Approval(s_first.Digest, "bob", s_now));
    }

    [Fact]
    public void An_approval_does_not_outlive_its_plan()
    {
        Plans.Wait(s_first, "ada", s_now);
        Plans.Approve(s_first.Digest, "bob", s_now);
        Plans.Forget(s_first.Digest);

        Plans.Wait(s_first, "ada", s_now);

        Plans.ApprovalOf(s_first.Digest).Should().BeNull();
    }

    [Fact]
    public void A_plan_that_does_not_wait_cannot_be_approved() =>
        FluentActions
            .Invoking(() => Plans.Approve(s_first.Digest, "bob", s_now))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage("*does not wait for an approval any more*");

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("ABCDEF")]
    [InlineData("production")]
    public void What_is_no_digest_is_said_to_be_none(string prefix) =>
        Finding(prefix).WithMessage($"'{prefix}' is no digest of a plan*");

    [Fact]
    public void With_nothing_waiting_the_error_says_so() =>
        Finding("abcdef")
            .WithMessage("No plan that waits has the digest abcdef: none waits. ./build.sh Deploy makes one.");

    [Fact]
    public void An_unknown_digest_lists_what_waits()
    {
        MakeEnvironment("staging");
        Plans.Wait(s_first, "ada", s_now);
        var unknown = s_first.Digest[0] == '0' ? "111111" : "000000";

        Finding(unknown).WithMessage($"*Waiting: {s_first.Digest} (staging).");
    }

    [Fact]
    public void An_ambiguous_digest_lists_what_it_could_be()
    {
        MakeEnvironment("staging");
        MakeEnvironment("production");
        Plans.Wait(s_first, "ada", s_now);
        new PendingPlans(State.Environment("production")).Wait(s_first, "ada", s_now);

        Finding(s_first.Digest[..8]).WithMessage("2 plans begin with*(production)*(staging)*");
    }

    [Fact]
    public void A_plan_changed_while_it_waited_is_refused()
    {
        MakeEnvironment("staging");
        Plans.Wait(s_first, "ada", s_now);
        File.AppendAllText(Plans.FileOf(s_first.Digest), "\n");

        Finding(s_first.Digest).WithMessage("*was changed after it was made*");
    }

    public void Dispose() => _directory.Dispose();

    FluentAssertions.Specialized.ExceptionAssertions<DeliveryException> Finding(string prefix) =>
        FluentActions.Invoking(() => PendingPlans.Find(State, prefix)).Should().Throw<DeliveryException>();

    void MakeEnvironment(string name) =>
        State.Environment(name).WriteFacts(new EnvironmentFacts(name, 8081, "local", s_now));
}
