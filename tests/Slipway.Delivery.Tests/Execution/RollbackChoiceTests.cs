using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Execution;

public sealed class RollbackChoiceTests
{
    static readonly World s_world = Some.Serving(Some.V3, kept: Some.V2);

    static readonly DeploymentRecord[] s_history =
    [
        Record(Some.V1, DeploymentResult.Succeeded),
        Record(Some.Revision("1.5.0", '5'), DeploymentResult.RolledBack),
        Record(Some.V2, DeploymentResult.Succeeded),
        Record(Some.V3, DeploymentResult.Succeeded),
    ];

    [Fact]
    public void Without_a_name_it_is_the_one_that_is_kept() => Of(to: null).Should().Be(Some.V2);

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("111111")]
    [InlineData("sha256:1111111111")]
    public void A_good_revision_is_named_by_version_or_digest(string to) => Of(to).Should().Be(Some.V1);

    [Fact]
    public void The_kept_one_is_taken_as_it_runs()
    {
        var kept = Some.V2 with { Configuration = "of yesterday" };

        Choose(Some.Serving(Some.V3, kept), s_history, "2.0.0").Should().Be(kept);
    }

    [Fact]
    public void One_that_is_started_again_gets_the_settings_of_today()
    {
        DeploymentRecord[] history =
        [
            Record(Some.V1 with { Configuration = "of yesterday" }, DeploymentResult.Succeeded),
        ];

        Choose(s_world, history, "1.0.0").Should().Be(Some.V1);
    }

    [Fact]
    public void The_live_one_is_itself() => Of("3.0.0").Should().Be(Some.V3);

    [Theory]
    [InlineData("9.9.9")]
    [InlineData("1.5.0")]
    [InlineData("11111")]
    public void What_was_never_good_here_lists_what_was(string to) =>
        Choosing(to)
            .WithMessage(
                $"staging has had no good revision '{to}'. Name one by version or digest: {Some.V3}, {Some.V2}, {Some.V1}."
            );

    [Fact]
    public void A_version_that_two_images_have_needs_the_digest()
    {
        var twin = Some.Revision("1.0.0", '4');
        DeploymentRecord[] history = [.. s_history, Record(twin, DeploymentResult.Succeeded)];

        FluentActions
            .Invoking(() => Choose(s_world, history, "1.0.0"))
            .Should()
            .Throw<DeliveryException>()
            .WithMessage($"*2 good revisions '1.0.0'*: {twin}, {Some.V1}.");
        Choose(s_world, history, "444444").Should().Be(twin);
    }

    static Revision Of(string? to) => Choose(s_world, s_history, to);

    static Revision Choose(World world, DeploymentRecord[] history, string? to) =>
        RollbackChoice.Of(Some.Environment, world, history, to);

    static FluentAssertions.Specialized.ExceptionAssertions<DeliveryException> Choosing(string to) =>
        FluentActions.Invoking(() => Of(to)).Should().Throw<DeliveryException>();

    static DeploymentRecord Record(Revision revision, DeploymentResult result) =>
        new(
            new string('f', 64),
            Purpose.Deploy,
            revision,
            "ada",
            BegunAt: default,
            EndedAt: default,
            result,
            [],
            [],
            GoesBack: false,
            Note: null
        );
}
