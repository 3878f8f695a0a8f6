using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.Testing;
using Slipway.Workflows.Model;
using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Runs;
using Slipway.Workflows.Running.Services;

namespace Slipway.Workflows.Tests.Running.Services;

/// <summary>What is asked of docker.</summary>
public sealed class DockerServicesTests
{
    /// <summary>What <c>.ci/run</c> brings.</summary>
    const string Image = "postgres:17-alpine";

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
    public void A_service_may_have_a_command_and_an_entrypoint_of_its_own_and_stays_on_loopback()
    {
        var arguments = DockerServices.ArgumentsOf(
            new Container("postgres:17")
            {
                Ports = ["0.0.0.0:80:8080"],
                Entrypoint = "/start",
                Command = "postgres -c 'work_mem=8 MB'",
            },
            "/run"
        );

        arguments
            .Should()
            .ContainInOrder("--entrypoint", "/start", "postgres:17", "postgres", "-c", "work_mem=8 MB")
            .And.Contain("127.0.0.1:80:8080");
    }

    /// <summary>As a job of a workflow has it: until its health command agrees, with its values, and gone with the job.</summary>
    [SkippableFact]
    public async Task A_container_is_healthy_answers_at_its_port_and_goes_with_the_job()
    {
        Servers.Require(await DockerServices.IsThereAsync(default), "no Docker engine answers");
        var missing = await DockerServices.FetchAsync(Image, default);
        Servers.Require(missing is null, $"the Docker engine has no {Image}: {missing}");
        using var owner = new TempDirectory();
        var container = new Container(Image)
        {
            Env = [("POSTGRES_PASSWORD", "a password of the test")],
            Ports = ["5432"],
            Options = "--health-cmd 'pg_isready -h 127.0.0.1' --health-interval 1s --health-retries 60",
        };

        await using (
            var service = await new DockerServices(TimeProvider.System).StartAsync(
                new ServiceRequest("postgres", container, owner.Path, new Unheard()),
                default
            )
        )
        {
            var port = int.Parse(service.Ports["5432"], CultureInfo.InvariantCulture);
            (await AnswersAsync(port)).Should().BeOneOf('N', 'S');
            (await OfAsync(owner.Path)).Should().ContainSingle();
        }

        (await OfAsync(owner.Path)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_container_that_ends_says_why_and_is_not_left()
    {
        Servers.Require(await DockerServices.IsThereAsync(default), "no Docker engine answers");
        var missing = await DockerServices.FetchAsync(Image, default);
        Servers.Require(missing is null, $"the Docker engine has no {Image}: {missing}");
        using var owner = new TempDirectory();
        var container = new Container(Image) { Options = "--health-cmd pg_isready --health-interval 1s" };

        var start = () =>
            new DockerServices(TimeProvider.System).StartAsync(
                new ServiceRequest("postgres", container, owner.Path, new Unheard()),
                default
            );

        (await start.Should().ThrowAsync<StepException>()).Which.Message.Should().Contain("POSTGRES_PASSWORD");
        (await OfAsync(owner.Path)).Should().BeEmpty();
    }

    /// <summary>The first byte of the answer to PostgreSQL's SSLRequest: whether it speaks TLS (its protocol, 53.2).</summary>
    static async Task<char> AnswersAsync(int port)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
        await client.GetStream().WriteAsync(new byte[] { 0, 0, 0, 8, 4, 210, 22, 47 }, limit.Token);
        var answer = new byte[1];
        await client.GetStream().ReadExactlyAsync(answer, limit.Token);
        return (char)answer[0];
    }

    static async Task<string[]> OfAsync(string owner)
    {
        var listed = await Testing.CommandLine.RunAsync(
            "docker",
            ["ps", "--all", "--quiet", "--filter", $"label=slipway.run={owner}"]
        );
        listed.ExitCode.Should().Be(0, listed.All);
        return listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    sealed class Unheard : IStepLog
    {
        public void Write(LogLine line) { }
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
