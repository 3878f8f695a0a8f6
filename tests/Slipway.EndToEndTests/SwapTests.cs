namespace Slipway.EndToEndTests;

/// <summary>Live and idle slot change places by hand.</summary>
[Collection(CloneCollection.Name)]
public sealed class SwapTests(Clone clone)
{
    [Fact]
    public async Task A_swap_goes_back_and_forth_and_no_request_notices()
    {
        await clone.Site.ServeGoodAsync();
        var other = await clone.TroubledAsync();
        var deploy = await clone.Site.DeployPushedAsync();
        deploy.ExitCode.Should().Be(0, deploy.All);
        await using var loop = new RequestLoop($"http://127.0.0.1:{clone.Site.Staging}/version");

        await SwapAsync();
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(clone.Good);

        await SwapAsync();
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(other);
        loop.Failures.Should().BeEmpty();
    }

    async Task SwapAsync()
    {
        var swap = await clone.Site.BuildAsync("Swap", "--environment", "staging");
        swap.ExitCode.Should().Be(0, swap.All);
    }
}
