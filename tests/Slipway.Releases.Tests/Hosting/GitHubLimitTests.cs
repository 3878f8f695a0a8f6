using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Hosting;

public class GitHubLimitTests
{
    [SkippableFact]
    public async Task A_secondary_limit_is_waited_for_as_long_as_GitHub_asks()
    {
        await using var hosted = await Hosted.StartAsync();
        hosted.Server.Inject("repos/list-releases", Fault.SecondaryLimit(TimeSpan.FromSeconds(42)));

        await hosted.Host.FindReleaseAsync("v1.0.0");

        hosted.Time.Waits.Should().Contain(wait => wait >= TimeSpan.FromSeconds(42) && wait < TimeSpan.FromSeconds(50));
    }

    [SkippableFact]
    public async Task A_primary_limit_that_ends_late_is_a_failure_at_once_which_says_when()
    {
        await using var hosted = await Hosted.StartAsync();
        hosted.Server.Inject("repos/list-releases", Fault.PrimaryLimit(TimeSpan.FromMinutes(40)));
        var end = hosted.Time.GetUtcNow().AddMinutes(40);

        var finding = () => hosted.Host.FindReleaseAsync("v1.0.0");

        var failure = (await finding.Should().ThrowAsync<HostException>()).Which;
        failure.Kind.Should().Be(HostFailure.RateLimited);
        failure.RetryAt.Should().BeCloseTo(end, TimeSpan.FromSeconds(1));
        failure.Message.Should().Contain("00:40:00 UTC");
        hosted.Server.Calls.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task What_does_not_pass_is_given_up_after_all_attempts()
    {
        await using var hosted = await Hosted.StartAsync();
        hosted.Server.Inject("repos/list-releases", Fault.BadGateway, times: 100);

        var finding = () => hosted.Host.FindReleaseAsync("v1.0.0");

        (await finding.Should().ThrowAsync<HostException>())
            .Which.Message.Should()
            .Contain("5 attempts")
            .And.Contain("502");
        hosted.Server.Calls.Should().HaveCount(5);
        hosted.Time.Waits.Select(wait => wait.TotalSeconds).Should().Equal(1, 2, 4, 8);
    }

    [SkippableFact]
    public async Task A_proxys_page_is_not_quoted()
    {
        await using var hosted = await Hosted.StartAsync();
        hosted.Server.Inject("repos/list-releases", Fault.ServerError, times: 100);

        var finding = () => hosted.Host.FindReleaseAsync("v1.0.0");

        (await finding.Should().ThrowAsync<HostException>())
            .Which.Message.Should()
            .Contain("it answered 500.")
            .And.NotContain("<");
    }

    [SkippableFact]
    public async Task Whoever_cancels_waits_for_nothing()
    {
        await using var hosted = await Hosted.StartAsync();
        var patient = hosted.WithToken(hosted.Server.Token, new GitHubPatience());
        hosted.Server.Inject("repos/create-release", Fault.TimeOutAfter);
        using var cancellation = new CancellationTokenSource();

        var drafting = patient.CreateDraftAsync(
            new ReleaseDraft("v1.0.0", Hosted.Commit, "", "", false),
            cancellation.Token
        );
        await Slipway.Testing.Wait.UntilAsync(
            () => hosted.Server.Calls.Any(call => call.IsWrite),
            "the draft is asked for"
        );
        await cancellation.CancelAsync();

        var waiting = () => drafting.WaitAsync(TimeSpan.FromSeconds(30));
        await waiting.Should().ThrowAsync<OperationCanceledException>();
    }
}
