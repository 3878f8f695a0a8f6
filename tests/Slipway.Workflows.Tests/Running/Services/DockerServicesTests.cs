using Slipway.Workflows.Model;
using Slipway.Workflows.Running.Services;

namespace Slipway.Workflows.Tests.Running.Services;

/// <summary>What is asked of docker.</summary>
public sealed class DockerServicesTests
{
    [Fact]
    public void Values_of_variables_stay_out_of_the_argument_list()
    {
        var arguments = DockerServices.ArgumentsOf(
            new Container("postgres:17") { Env = [("POSTGRES_PASSWORD", "very secret")], Ports = ["5432", "80:8080"] },
            "/run"
        );

        arguments.Should().NotContain(argument => argument.Contains("very secret", StringComparison.Ordinal));
        arguments.Should().ContainInOrder("--env", "POSTGRES_PASSWORD").And.EndWith("postgres:17");
        arguments.Should().Contain("127.0.0.1::5432").And.Contain("127.0.0.1:80:8080");
    }

    [Fact]
    public void Options_are_split_as_a_shell_does() =>
        DockerServices
            .Words("--health-cmd \"pg_isready -U 'x'\" --health-interval 1s  --name ''")
            .Should()
            .Equal("--health-cmd", "pg_isready -U 'x'", "--health-interval", "1s", "--name", "");

    [Fact]
    public void Ports_are_read_from_what_docker_lists() =>
        DockerServices
            .PortsIn("5432/tcp -> 127.0.0.1:49153\n8080/tcp -> 127.0.0.1:80\n")
            .Should()
            .Equal(new Dictionary<string, string> { ["5432"] = "49153", ["8080"] = "80" });
}
