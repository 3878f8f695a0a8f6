using System.Security.Cryptography;

namespace Slipway.EndToEndTests;

/// <summary>A plan that is looked at first, and then exactly that one is applied.</summary>
[Collection(CloneCollection.Name)]
public sealed class PlannedTests(Clone clone)
{
    [Fact]
    public async Task A_previewed_plan_changes_nothing_until_its_digest_is_approved()
    {
        await clone.Site.ServeGoodAsync();
        var site = clone.NewSite();
        site.TakeImagesFrom(clone.Site);

        var preview = await site.BuildAsync("Preview", "--environment", "staging", "--skip");

        preview.ExitCode.Should().Be(0, preview.All);
        var digest = ApprovalTests.ApproveLine().Match(preview.Output).Groups["digest"].Value;
        preview.Output.Should().ContainAll($"Plan {digest}", "the point of no return", "gates: the image's digest");
        var plan = await File.ReadAllBytesAsync(Path.Combine(clone.Root, "artifacts", "plans", "staging.json"));
        Convert.ToHexStringLower(SHA256.HashData(plan)).Should().Be(digest);
        (await site.StatusAsync("staging")).GetProperty("state").GetString().Should().Be("empty");

        var approve = await site.BuildAsync("Approve", "--digest", digest);

        approve.ExitCode.Should().Be(0, approve.All);
        (await Site.CommitAtAsync(site.Staging)).Should().Be(clone.Good);
        var last = (await site.StatusAsync("staging")).GetProperty("lastDeployment");
        last.GetProperty("plan").GetString().Should().Be(digest);
    }
}
