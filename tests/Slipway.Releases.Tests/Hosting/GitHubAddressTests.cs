namespace Slipway.Releases.Tests.Hosting;

public class GitHubAddressTests
{
    [Theory]
    [InlineData("https://github.com/octo-org/hello.git")]
    [InlineData("https://github.com/octo-org/hello")]
    [InlineData("https://github.com/octo-org/hello/")]
    [InlineData("https://ada:secret@github.com/octo-org/hello.git")]
    [InlineData("git@github.com:octo-org/hello.git")]
    [InlineData("github.com:octo-org/hello")]
    [InlineData("ssh://git@github.com/octo-org/hello.git")]
    [InlineData("ssh://git@ssh.github.com:443/octo-org/hello.git")]
    [InlineData("git://github.com/octo-org/hello.git")]
    public void A_remote_on_GitHub_is_found(string remote) =>
        GitHubAddress
            .Find(remote, Nothing)
            .Should()
            .Be(
                new HostedRepository(
                    new Uri("https://api.github.com/"),
                    new Uri("https://github.com/"),
                    "octo-org",
                    "hello"
                )
            );

    [Theory]
    [InlineData("https://git.example.org/o/r.git", "https://git.example.org/api/v3/", "https://git.example.org/")]
    [InlineData(
        "https://git.example.org:8443/o/r",
        "https://git.example.org:8443/api/v3/",
        "https://git.example.org:8443/"
    )]
    [InlineData("ssh://git@git.example.org:122/o/r.git", "https://git.example.org/api/v3/", "https://git.example.org/")]
    [InlineData("git@acme.ghe.com:o/r.git", "https://api.acme.ghe.com/", "https://acme.ghe.com/")]
    public void A_remote_on_an_enterprise_host_has_its_api_there(string remote, string api, string web) =>
        GitHubAddress.Find(remote, Nothing).Should().Be(new HostedRepository(new Uri(api), new Uri(web), "o", "r"));

    [Theory]
    [InlineData("git@github.com:o/r.git", true)]
    [InlineData("git@acme.ghe.com:o/r.git", true)]
    [InlineData("https://git.example.org/o/r.git", false)]
    [InlineData("https://notgithub.com/o/r.git", false)]
    [InlineData("../origin.git", false)]
    [InlineData(null, false)]
    public void A_host_that_nobody_calls_GitHub_is_none(string? remote, bool isOnGitHub) =>
        GitHubAddress.IsOnGitHub(remote, Nothing).Should().Be(isOnGitHub);

    [Fact]
    public void A_host_of_the_environment_is_GitHub() =>
        GitHubAddress
            .IsOnGitHub("https://git.example.org/o/r.git", Variables(("GITHUB_SERVER_URL", "https://git.example.org")))
            .Should()
            .BeTrue();

    [Fact]
    public void What_GitHub_Actions_says_goes_before_the_remote()
    {
        var found = GitHubAddress.Find(
            "git@github.com:fork/hello.git",
            Variables(
                ("GITHUB_REPOSITORY", "octo-org/hello"),
                ("GITHUB_API_URL", "https://git.example.org/api/v3"),
                ("GITHUB_SERVER_URL", "https://git.example.org")
            )
        );

        found
            .Should()
            .Be(
                new HostedRepository(
                    new Uri("https://git.example.org/api/v3/"),
                    new Uri("https://git.example.org/"),
                    "octo-org",
                    "hello"
                )
            );
        found.Page.Should().Be(new Uri("https://git.example.org/octo-org/hello"));
    }

    [Theory]
    [InlineData("https://api.github.com", "https://github.com/")]
    [InlineData("https://git.example.org/api/v3", "https://git.example.org/")]
    public void The_web_follows_from_the_api(string api, string web) =>
        GitHubAddress
            .Find(remote: null, Variables(("GITHUB_REPOSITORY", "o/r"), ("GITHUB_API_URL", api)))
            .Web.Should()
            .Be(new Uri(web));

    [Theory]
    [InlineData(null)]
    [InlineData("/srv/git/hello.git")]
    [InlineData("../hello")]
    [InlineData("file:///srv/git/hello.git")]
    [InlineData("https://ada:secret@github.com/only-an-owner")]
    public void What_is_no_repository_on_a_host_is_refused_without_quoting_a_password(string? remote)
    {
        var finding = () => GitHubAddress.Find(remote, Nothing);

        finding
            .Should()
            .Throw<HostException>()
            .WithMessage("*GITHUB_REPOSITORY*")
            .And.Message.Should()
            .NotContain("secret");
    }

    [Theory]
    [InlineData("http://git.example.org/api/v3")]
    [InlineData("git.example.org")]
    [InlineData("ftp://git.example.org")]
    public void A_token_goes_nowhere_unencrypted(string api)
    {
        var finding = () =>
            GitHubAddress.Find(remote: null, Variables(("GITHUB_REPOSITORY", "o/r"), ("GITHUB_API_URL", api)));

        finding.Should().Throw<HostException>().WithMessage("*https://*");
    }

    static string? Nothing(string name) => null;

    static Func<string, string?> Variables(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
