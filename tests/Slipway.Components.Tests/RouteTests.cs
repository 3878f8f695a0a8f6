namespace Slipway.Components.Tests;

public sealed class RouteTests
{
    [Theory]
    [InlineData("main")]
    [InlineData("master")]
    public void The_main_branch_goes_to_staging_and_then_to_production(string branch)
    {
        var route = Route.Of(branch, asked: null);

        route.Environments.Should().Equal("staging", "production");
        route.IsReview.Should().BeFalse();
    }

    [Fact]
    public void The_sandbox_branch_goes_to_sandbox()
    {
        Route.Of("sandbox", asked: null).Environments.Should().Equal("sandbox");
    }

    [Fact]
    public void Another_branch_goes_to_a_review_environment_of_its_own()
    {
        var route = Route.Of("fix-upload", asked: null);

        route.Environments.Should().Equal("review-fix-upload");
        route.IsReview.Should().BeTrue();
    }

    [Theory]
    [InlineData("main", "staging", false)]
    [InlineData(null, "production", false)]
    [InlineData("main", "review-other", true)]
    public void An_environment_that_was_asked_for_takes_the_place_of_the_rule(
        string? branch,
        string asked,
        bool isReview
    )
    {
        var route = Route.Of(branch, asked);

        route.Environments.Should().Equal(asked);
        route.IsReview.Should().Be(isReview);
    }

    [Fact]
    public void A_detached_head_needs_the_place_by_name()
    {
        var asking = () => Route.Of(branch: null, asked: null);

        asking.Should().Throw<BuildException>().WithMessage("*detached*--environment staging*");
    }
}
