using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Testing;

namespace Slipway.Components.Tests.Shipping;

public sealed class NoticesTests : IDisposable
{
    static readonly string Secret = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(24))}";

    readonly WebhookReceiver _receiver = new();

    [Fact]
    public async Task A_deployment_a_plan_that_waits_and_the_way_back_are_told()
    {
        await using var site = await SampleSite.CreateAsync();
        site.NoticeWebhook = (_receiver.Address, Secret);

        var run = await site.DeployAsync();
        await site.CommitAsync("fix: a change");
        await site.DeployAsync("staging");
        await Shipper.RollbackAsync(site.Build(), "staging");

        Told()
            .Should()
            .Equal("environment.deployed", "approval.awaited", "environment.deployed", "environment.rolled_back");
        var first = run.Environments.Revision;
        Data(0)["headline"]!.GetValue<string>().Should().EndWith($"{first.Version} is live in staging");
        Data(0)["commit"]!.GetValue<string>().Should().Be(first.Commit);
        Data(1)["environment"]!.GetValue<string>().Should().Be("production");
        Data(1)["command"]!.GetValue<string>().Should().Be(RunRecord.Of(run).NextCommand);
        Data(3)["version"]!.GetValue<string>().Should().Be(first.Version);
    }

    [Fact]
    public async Task A_revision_that_was_taken_back_is_told_with_the_reason()
    {
        await using var site = await SampleSite.CreateAsync();
        await site.DeployAsync("staging");
        site.NoticeWebhook = (_receiver.Address, Secret);
        await site.CommitAsync("fix: a change");

        var deploying = () => site.DeployAsync("staging", fault: "smoke-500");

        await deploying.Should().ThrowAsync<BuildException>();
        Told().Should().Equal("environment.rolled_back");
        Data(0)["why"]!.GetValue<string>().Should().Contain("out of film");
    }

    [Fact]
    public async Task Nobody_who_cannot_be_told_fails_a_deployment()
    {
        await using var site = await SampleSite.CreateAsync();
        site.SlackWebhook = $"http://127.0.0.1:{FreePort.Next()}/T0/B0/secret";
        site.NoticeWebhook = ("no address", "no secret");

        var run = await site.DeployAsync("staging");

        (await site.VersionAsync("staging")).Should().Be(run.Environments.Revision.Version);
    }

    public void Dispose() => _receiver.Dispose();

    IEnumerable<string> Told() =>
        _receiver.Received.Select(message => JsonNode.Parse(message.Body)!["type"]!.GetValue<string>());

    JsonNode Data(int index) => JsonNode.Parse(_receiver.Received[index].Body)!["data"]!;
}
