using Slipway.Databases.Sources;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Docker;

public class DockerServerTests
{
    [Fact]
    public async Task No_engine_is_a_reason() => (await TryAsync()).Should().Match("no Docker engine at */docker.sock");

    [Fact]
    public async Task An_engine_that_cannot_pull_is_a_reason_in_its_own_words() =>
        (await TryAsync(("POST /images/create", 500, """{"message":"no route to registry"}""")))
            .Should()
            .Match("the Docker engine at * has no postgres:17-alpine (no route to registry)");

    [Fact]
    public async Task A_pull_that_fails_half_way_under_status_200_is_a_reason() =>
        (await TryAsync(("POST /images/create", 200, "{\"status\":\"Pulling\"}\n{\"error\":\"manifest unknown\"}\n")))
            .Should()
            .EndWith("(manifest unknown)");

    [Fact]
    public async Task A_container_that_cannot_be_made_is_a_reason() =>
        (
            await TryAsync(
                ("GET /images/", 200, "{}"),
                ("POST /containers/create", 500, """{"message":"no space left on device"}""")
            )
        )
            .Should()
            .EndWith("(The Docker engine answered 500: no space left on device)");

    [Fact]
    public async Task A_container_that_cannot_be_attached_to_is_a_reason() =>
        (
            await TryAsync(
                ("GET /images/", 200, "{}"),
                ("POST /containers/create", 201, """{"Id":"c1"}"""),
                ("POST /containers/c1/attach", 409, "{}")
            )
        )
            .Should()
            .EndWith("(The Docker engine did not attach: HTTP/1.1 409 X)");

    /// <summary>Why there is no server; without any answer, no engine listens.</summary>
    static async Task<string> TryAsync(params (string Request, int Status, string Body)[] answers)
    {
        using var directory = new TempDirectory();
        var socket = directory["docker.sock"];
        using var engine =
            answers.Length == 0 ? null : new CannedEngine(socket, [("GET /_ping", 200, "OK"), .. answers]);

        var attempt = await new DockerServer(socket).TryStartAsync(CancellationToken.None);

        attempt.Server.Should().BeNull();
        return attempt.Missing;
    }
}
