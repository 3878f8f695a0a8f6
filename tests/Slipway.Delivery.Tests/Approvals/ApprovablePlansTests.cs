using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Approvals;

public sealed class ApprovablePlansTests : IDisposable
{
    static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly Plan s_first = Planner.Deploy(Some.Environment, "local", World.Empty, Some.V1);

    readonly TempDirectory _directory = new();

    StateDirectory State => new(_directory["state"]);

    string Previews => _directory["previews"];

    PendingPlans Plans => new(State.Environment("staging"));

    [Fact]
    public void A_waiting_plan_is_found_by_the_beginning_of_its_digest()
    {
        MakeEnvironment("staging");
        Plans.Wait(s_first, "ada", s_now);

        var found = ApprovablePlans.Find(State, s_first.Digest[..6]);

        found.Plan.Digest.Should().Be(s_first.Digest);
        found.Environment.Name.Should().Be("staging");
        found.Mark.Should().Be(new PendingMark(s_first.Digest, s_now, "ada"));
        ApprovablePlans.Find(State, "sha256:" + s_first.Digest).Plan.Digest.Should().Be(s_first.Digest);
    }

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

        Finding(unknown).WithMessage($"*Waiting: {s_first.Digest} (staging). ./build.sh Deploy*");
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

    [Fact]
    public void A_previewed_plan_is_found_and_waits_nowhere()
    {
        var file = Preview();

        var found = ApprovablePlans.Find(State, s_first.Digest[..6], Previews);

        found.Plan.Digest.Should().Be(s_first.Digest);
        found.Environment.Name.Should().Be("staging");
        found.Mark.Should().BeNull();
        Directory.Exists(State.Path).Should().BeFalse("looking changes nothing");
        File.Delete(file);
    }

    [Fact]
    public void A_plan_that_waits_and_was_previewed_is_one()
    {
        MakeEnvironment("staging");
        Plans.Wait(s_first, "ada", s_now);
        Preview();

        ApprovablePlans.Find(State, s_first.Digest, Previews).Mark.Should().NotBeNull();
    }

    [Fact]
    public void A_previewed_plan_that_was_applied_is_forgotten_and_others_are_not()
    {
        var file = Preview();
        ApprovablePlans.Forget(_directory["none"], s_first.Digest);
        ApprovablePlans.Forget(Previews, new string('0', 64));
        File.Exists(file).Should().BeTrue();

        ApprovablePlans.Forget(Previews, s_first.Digest);

        File.Exists(file).Should().BeFalse();
    }

    [Fact]
    public void A_previewed_plan_that_was_edited_has_another_digest()
    {
        File.AppendAllText(Preview(), "\n");

        FluentActions
            .Invoking(() => ApprovablePlans.Find(State, s_first.Digest, Previews))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage(
                $"No plan that waits has the digest {s_first.Digest}. Waiting: *(staging, previewed).*Deploy*"
            );
    }

    public void Dispose() => _directory.Dispose();

    string Preview()
    {
        var file = Path.Combine(Previews, "staging.json");
        Directory.CreateDirectory(Previews);
        s_first.Save(file);
        return file;
    }

    FluentAssertions.Specialized.ExceptionAssertions<DeliveryException> Finding(string prefix) =>
        FluentActions.Invoking(() => ApprovablePlans.Find(State, prefix)).Should().Throw<DeliveryException>();

    void MakeEnvironment(string name) =>
        State.Environment(name).WriteFacts(new EnvironmentFacts(name, 8081, "local", s_now));
}
