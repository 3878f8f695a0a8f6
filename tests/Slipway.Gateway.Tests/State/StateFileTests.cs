using System.Runtime.Versioning;
using Slipway.Gateway.State;
using Slipway.Protocol.Gateway;
using Slipway.Testing;

namespace Slipway.Gateway.Tests.State;

[UnsupportedOSPlatform("windows")]
public sealed class StateFileTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_missing_file_is_an_empty_state()
    {
        using var file = StateFile.Open(_directory["deep/state.json"]);

        file.Read().Should().Be(GatewayState.Empty);
    }

    [Fact]
    public void What_was_written_is_read_again_and_only_by_its_owner()
    {
        var slot = new SlotRoutes("blue", [new Destination("1", new Uri("http://127.0.0.1:1"))], 3);
        var state = new GatewayState(GatewayState.CurrentVersion, 9, [slot], "secret", HoldSeconds: 2.5);
        using var file = StateFile.Open(_directory["state.json"]);

        file.Write(state);

        file.Read().Should().BeEquivalentTo(state);
        File.GetUnixFileMode(_directory["state.json"]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_file_from_before_requests_could_wait_is_read()
    {
        const string older = """{"version":1,"token":4,"slots":[],"previewKey":null}""";
        using var file = StateFile.Open(_directory.Write("state.json", older));

        file.Read().HoldSeconds.Should().Be(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"version\":1,\"token\":4,\"slo")]
    [InlineData("{\"version\":9,\"token\":4,\"slots\":[],\"previewKey\":null}")]
    [InlineData("[]")]
    public void A_torn_or_strange_file_is_an_error_that_names_it(string content)
    {
        using var file = StateFile.Open(_directory.Write("state.json", content));

        var read = () => file.Read();

        read.Should()
            .Throw<InvalidStateException>()
            .WithMessage($"{_directory["state.json"]} is not a gateway's state*");
    }
}
