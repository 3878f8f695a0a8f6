using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Testing;

namespace Slipway.Components.Tests.Shipping;

public sealed class DestinationTests : IAsyncLifetime
{
    GitRepository _repository = null!;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        await _repository.CommitAsync("feat: begin");
    }

    public Task DisposeAsync()
    {
        _repository.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void The_branch_says_where_a_commit_goes()
    {
        Of(environment: null).Environments.Should().Equal("staging", "production");
    }

    [Fact]
    public void A_place_that_is_not_there_is_an_error()
    {
        var asking = () => Of("stagin");

        asking.Should().Throw<BuildException>().WithMessage("There is no environment 'stagin'.*");
    }

    [Fact]
    public void A_review_environment_need_not_be_there_yet()
    {
        Of("review-fix").IsReview.Should().BeTrue();
    }

    [Fact]
    public void Uncommitted_changes_are_refused_where_commits_alone_were_asked_for()
    {
        _repository.Write("notes.txt", "not committed");

        var asking = () => Of("production");

        asking.Should().Throw<BuildException>().WithMessage("production takes commits only*");
        Of(environment: null).Environments.Should().Contain("production", "the way there may still end at staging");
    }

    Route Of(string? environment) => Destination.Of(new SampleBuild(_repository.Path) { Environment = environment });
}
