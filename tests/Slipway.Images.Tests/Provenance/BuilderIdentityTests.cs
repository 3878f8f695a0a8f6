namespace Slipway.Images.Tests.Provenances;

public class BuilderIdentityTests
{
    static Dictionary<string, string> OnGitHub =>
        new(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["RUNNER_TRACKING_ID"] = "github_9a0b",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_REPOSITORY"] = "owner/name",
            ["GITHUB_WORKFLOW_REF"] = "owner/name/.github/workflows/ship.yml@refs/heads/main",
            ["GITHUB_RUN_ID"] = "17",
            ["GITHUB_RUN_ATTEMPT"] = "2",
            ["GITHUB_TOKEN"] = "secret",
        };

    [Fact]
    public void On_GitHub_it_is_the_workflow_and_its_run() =>
        Of(OnGitHub)
            .Should()
            .Be(
                new BuilderIdentity(
                    "https://github.com/owner/name/.github/workflows/ship.yml@refs/heads/main",
                    "https://github.com/owner/name/actions/runs/17/attempts/2"
                )
            );

    [Theory]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("RUNNER_TRACKING_ID")]
    [InlineData("GITHUB_WORKFLOW_REF")]
    [InlineData("GITHUB_SERVER_URL")]
    public void Where_GitHub_is_not_it_is_somebodys_machine(string missing)
    {
        var environment = OnGitHub;
        environment.Remove(missing);

        Of(environment).Should().Be(new BuilderIdentity(BuilderIdentity.Local, null));
    }

    [Fact]
    public void A_workflow_that_is_run_here_does_not_pass_for_GitHub()
    {
        var environment = OnGitHub;
        environment["RUNNER_TRACKING_ID"] = "run-image";

        Of(environment).Id.Should().Be("https://slipway.dev/builders/local/v1");
    }

    static BuilderIdentity Of(Dictionary<string, string> environment) =>
        BuilderIdentity.Of(environment.GetValueOrDefault);
}
