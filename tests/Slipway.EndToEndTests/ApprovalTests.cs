using System.Text.RegularExpressions;

namespace Slipway.EndToEndTests;

/// <summary>What is approved, and what happens when it turns out to be wrong.</summary>
[Collection(CloneCollection.Name)]
public sealed partial class ApprovalTests(Clone clone)
{
    [Fact]
    public async Task A_first_deployment_whose_end_to_end_tests_fail_says_that_there_is_nothing_to_go_back_to()
    {
        await clone.Site.ServeGoodAsync();
        var troubled = await clone.TroubledAsync();
        var site = clone.NewSite();
        site.TakeImagesFrom(clone.Site);
        var deploy = await site.BuildAsync("Deploy", "--skip");
        deploy.ExitCode.Should().Be(0, deploy.All);
        var digest = ApproveLine().Match(deploy.Output).Groups["digest"].Value;

        await using var approve = site.Start("Approve", "--digest", digest);
        await approve.UntilItSaysAsync("production serves");
        clone.Trouble.Fail();
        var end = await approve.EndAsync();
        clone.Trouble.End();

        end.ShouldFailPlainly("end-to-end tests failed", "could not be rolled back", "It still serves");
        (await Site.CommitAtAsync(site.Production)).Should().Be(troubled);
        (await site.BuildAsync("Approve", "--digest", digest)).ShouldFailPlainly("No plan that waits", "Deploy");
    }

    [GeneratedRegex(@"\./build\.sh Approve --digest (?<digest>[0-9a-f]{64})", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex ApproveLine();
}
