using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Hosting;

public class GitHubTokenTests
{
    [Fact]
    public void The_given_token_goes_before_the_environments()
    {
        Func<string, string?> environment = name =>
            name switch
            {
                "GITHUB_TOKEN" => "first",
                "GH_TOKEN" => "second",
                _ => null,
            };

        GitHubToken.Find("given", environment).Value.Should().Be("given");
        GitHubToken.Find(given: null, environment).Value.Should().Be("first");
        GitHubToken.Find(" ", name => name is "GH_TOKEN" ? "second\n" : "").Value.Should().Be("second");
    }

    [Fact]
    public void No_token_says_which_variable_to_set()
    {
        var finding = () => GitHubToken.Find(given: null, _ => null);

        finding
            .Should()
            .Throw<HostException>()
            .WithMessage("*GITHUB_TOKEN*")
            .Which.Kind.Should()
            .Be(HostFailure.Unauthorized);
    }

    [Fact]
    public void A_token_that_cannot_be_sent_is_not_quoted()
    {
        var finding = () => GitHubToken.Find("top\nsecret", _ => null);

        finding.Should().Throw<HostException>().Which.ToString().Should().NotContain("secret");
    }

    [Fact]
    public void Nothing_prints_it() => $"{GitHubToken.Find("top-secret")}".Should().Be("***");

    [SkippableFact]
    public async Task A_failure_does_not_quote_it_even_when_the_server_does()
    {
        await using var hosted = await Hosted.StartAsync();
        hosted.Server.Inject("users/get-authenticated", Fault.Refuse(401, $"Bad credentials: {hosted.Server.Token}"));

        var asking = () => hosted.Host.WhoAmIAsync();

        var failure = (await asking.Should().ThrowAsync<HostException>()).Which;
        failure.Kind.Should().Be(HostFailure.Unauthorized);
        failure.ToString().Should().NotContain(hosted.Server.Token).And.Contain("***");
    }

    [SkippableFact]
    public async Task A_token_that_may_only_read_is_told_so()
    {
        await using var hosted = await Hosted.StartAsync(token: server => server.ReadToken);

        var drafting = () => hosted.DraftAsync();

        (await drafting.Should().ThrowAsync<HostException>()).Which.Kind.Should().Be(HostFailure.Forbidden);
    }
}
