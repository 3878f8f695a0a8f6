using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.State;
using Slipway.Platforms.Local.Ports;
using Slipway.Testing;

namespace Slipway.Components.Tests.Shipping;

public sealed class DestroyCommandTests : IDisposable
{
    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("production")]
    public async Task A_declared_environment_needs_its_name_a_second_time(string? confirmation)
    {
        var destroying = () => DestroyCommand.RunAsync(new SampleBuild(_root.Path), "staging", confirmation);

        await destroying
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("*./build.sh Destroy --environment staging --confirm staging");
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_taken_down()
    {
        var destroying = () => DestroyCommand.RunAsync(new SampleBuild(_root.Path), "review-fix", confirmation: null);

        await destroying.Should().ThrowAsync<BuildException>().WithMessage("There is no environment 'review-fix'.*");
    }

    [Fact]
    public async Task A_review_whose_state_was_removed_leaves_no_process()
    {
        await using var site = await SampleSite.CreateAsync("fix-upload");
        await site.DeployAsync();
        var state = site.Build().Environments.StateDirectory;
        var port = state.Environment("review-fix-upload").ReadFacts()!.Port;
        Directory.Delete(state.Path, recursive: true);

        await DestroyCommand.RunAsync(site.Build(), "review-fix-upload", confirmation: null);

        LoopbackPorts.IsFree(port).Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_name_it_says_what_it_takes()
    {
        var destroying = () => DestroyCommand.RunAsync(new SampleBuild(_root.Path), name: null, confirmation: null);

        await destroying.Should().ThrowAsync<BuildException>().WithMessage("*--environment NAME*--expired*");
    }

    [Fact]
    public async Task A_name_and_all_that_have_expired_exclude_each_other()
    {
        var destroying = () => DestroyCommand.RunExpiredAsync(new SampleBuild(_root.Path), "review-fix");

        await destroying.Should().ThrowAsync<BuildException>().WithMessage("*not both*");
    }

    [Fact]
    public async Task With_nothing_expired_it_ends_well() =>
        await DestroyCommand.RunExpiredAsync(new SampleBuild(_root.Path), name: null);

    [Fact]
    public async Task Exactly_the_reviews_that_have_expired_go_and_one_that_cannot_saves_none()
    {
        await using var site = await SampleSite.CreateAsync("fix-upload");
        await site.DeployAsync();
        await site.DeployAsync("review-other");
        await site.DeployAsync("staging");
        var state = site.Build().Environments.StateDirectory;
        Expire(state, "review-fix-upload");
        Expire(state, "staging");
        await File.WriteAllTextAsync(Damaged(state), "{");

        var destroying = () => DestroyCommand.RunExpiredAsync(site.Build(), name: null);

        await destroying.Should().ThrowAsync<BuildException>().WithMessage("Not taken down: review-broken.*");
        File.Delete(Damaged(state));
        (await site.StatusAsync()).Keys.Should().Equal("staging", "production", "review-other");
        (await site.StatusAsync())["review-other"]
            .ExpiresAt.Should()
            .BeAfter(TimeProvider.System.GetUtcNow().AddHours(71));
    }

    static void Expire(StateDirectory state, string name)
    {
        var environment = state.Environment(name);
        environment.WriteFacts(
            environment.ReadFacts()! with
            {
                ExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(-1),
            }
        );
    }

    static string Damaged(StateDirectory state)
    {
        var directory = state.Environment("review-broken");
        directory.Create();
        return Path.Combine(directory.Path, "environment.json");
    }
}
