namespace Slipway.EndToEndTests;

/// <summary>The environment that follows its branch.</summary>
[Collection(CloneCollection.Name)]
public sealed class SandboxTests(Clone clone)
{
    [Fact]
    public async Task The_branch_sandbox_goes_to_sandbox_and_nowhere_else()
    {
        var site = clone.NewSite();
        await clone.CheckoutAsync(clone.Good, branch: "sandbox");

        var deploy = await site.BuildAsync(["Deploy", .. Clone.Unverified]);

        deploy.ExitCode.Should().Be(0, deploy.All);
        (await Site.CommitAtAsync(site.Sandbox)).Should().Be(clone.Good);
        (await Site.CommitAtAsync(site.Staging)).Should().BeNull();
        deploy.Output.Should().NotContain("Approve --digest");
    }
}
