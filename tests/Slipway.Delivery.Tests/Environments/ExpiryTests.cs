using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Environments;

public sealed class ExpiryTests : IDisposable
{
    static readonly EnvironmentSpec s_review = Some.Environment with { Expiry = TimeSpan.FromHours(72) };

    readonly Site _site = new();

    [Fact]
    public async Task It_counts_from_the_last_deployment()
    {
        await _site.Deployer(s_review).DeployAsync(Some.V1);
        _site.Time.Advance(TimeSpan.FromHours(50));

        (await _site.Deployer(s_review).DeployAsync(Some.V2)).Should().BeOfType<Succeeded>();

        await ShouldExpireInAsync(TimeSpan.FromHours(72));
    }

    [Fact]
    public async Task Asking_for_what_is_live_already_counts_as_a_deployment()
    {
        await _site.Deployer(s_review).DeployAsync(Some.V1);
        _site.Time.Advance(TimeSpan.FromHours(50));

        (await _site.Deployer(s_review).DeployAsync(Some.V1)).Should().BeOfType<NothingToDo>();

        await ShouldExpireInAsync(TimeSpan.FromHours(72));
    }

    [Fact]
    public async Task A_deployment_that_fails_moves_nothing()
    {
        await _site.Deployer(s_review).DeployAsync(Some.V1);
        _site.Time.Advance(TimeSpan.FromHours(50));

        await _site
            .Deployer(s_review, new ModelPlatform(_site.Machine) { Failing = "ready green" })
            .DeployAsync(Some.V2);

        await ShouldExpireInAsync(TimeSpan.FromHours(22));
    }

    [Fact]
    public async Task Where_nothing_was_recorded_it_counts_from_the_last_deployment_of_the_journal()
    {
        await _site.Deployer().DeployAsync(Some.V1);
        _site.Directory.ReadFacts()!.ExpiresAt.Should().BeNull();
        _site.Time.Advance(TimeSpan.FromHours(10));

        await ShouldExpireInAsync(TimeSpan.FromHours(62));
    }

    [Fact]
    public void A_file_of_an_older_Slipway_has_no_expiry_and_is_read()
    {
        _site.Directory.Create();
        File.WriteAllText(
            Path.Combine(_site.Directory.Path, "environment.json"),
            """{"createdAt":"2025-01-01T00:00:00+00:00","format":1,"name":"staging","platform":"local","port":8081}"""
        );

        _site
            .Directory.ReadFacts()
            .Should()
            .Be(new EnvironmentFacts("staging", 8081, "local", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task An_environment_without_one_never_expires()
    {
        await _site.Deployer().DeployAsync(Some.V1);
        _site.Time.Advance(TimeSpan.FromDays(1000));

        (await _site.Deployer().StatusAsync()).ExpiresAt.Should().BeNull();
        (await _site.Deployer().DestroyExpiredAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task What_has_expired_is_destroyed_and_not_before()
    {
        await _site.Deployer(s_review).DeployAsync(Some.V1);
        _site.Time.Advance(TimeSpan.FromHours(71));
        (await _site.Deployer(s_review).DestroyExpiredAsync()).Should().BeFalse();
        _site.Machine.World.Live.Should().NotBeNull();

        _site.Time.Advance(TimeSpan.FromHours(1));

        (await _site.Deployer(s_review).DestroyExpiredAsync()).Should().BeTrue();
        _site.Machine.World.Should().Be(World.Empty);
        _site.Directory.Exists.Should().BeFalse();
    }

    public void Dispose() => _site.Dispose();

    async Task ShouldExpireInAsync(TimeSpan time) =>
        (await _site.Deployer(s_review).StatusAsync()).ExpiresAt.Should().Be(_site.Time.GetUtcNow() + time);
}
