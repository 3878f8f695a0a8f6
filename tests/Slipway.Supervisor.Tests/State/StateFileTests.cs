using System.Runtime.Versioning;
using Slipway.Protocol.Files;
using Slipway.Protocol.Supervision;
using Slipway.Supervisor.Processes;
using Slipway.Supervisor.State;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests.State;

[UnsupportedOSPlatform("windows")]
public sealed class StateFileTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_was_written_is_read_again()
    {
        var process = new ProcessSpecification("a", "/a", ["1"], new Dictionary<string, string>(), "/", "/a.log");
        var record = new ProcessRecord(process, "a-mark", new ProcessIdentity(7, "boot/9"), null, 3, 2.5);

        using (var file = StateFile.Open(_directory["state.json"]))
            file.Update(state => state.With(record) with { Token = 12 });

        using var again = StateFile.Open(_directory["state.json"]);
        again.Current.Token.Should().Be(12);
        again.Current.Processes.Should().ContainSingle().Which.Should().BeEquivalentTo(record);
    }

    [Fact]
    public void Only_its_owner_can_read_it()
    {
        using var file = StateFile.Open(_directory["state.json"]);

        file.Update(state => state with { Token = 1 });

        File.GetUnixFileMode(_directory["state.json"])
            .Should()
            .Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, "environments of processes may hold secrets");
    }

    [Fact]
    public void A_second_supervisor_is_refused()
    {
        using var first = StateFile.Open(_directory["state.json"]);

        var second = () => StateFile.Open(_directory["state.json"]);

        second.Should().Throw<FileLockedException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"version\":1,\"tok")]
    [InlineData("null")]
    [InlineData("{\"version\":2,\"token\":1,\"processes\":[]}")]
    [InlineData("{\"version\":1,\"token\":1}")]
    public void A_torn_or_strange_file_is_an_error_that_names_it(string content)
    {
        var path = _directory.Write("state.json", content);

        var open = () => StateFile.Open(path);

        open.Should().Throw<InvalidStateException>().WithMessage($"{path} is not a supervisor's state*");
        using (FileLock.Take(path + ".lock")) { }
    }
}
