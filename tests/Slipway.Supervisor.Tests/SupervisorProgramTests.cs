using System.Net.Sockets;
using System.Text;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests;

public sealed class SupervisorProgramTests : IDisposable
{
    readonly TempDirectory _directory = new();
    readonly StringWriter _output = new();
    readonly StringWriter _error = new();

    public void Dispose() => _directory.Dispose();

    string Socket => _directory["run/s.sock"];

    string[] Arguments => ["--state", _directory["state.json"], "--socket", Socket];

    Task<int> RunAsync(params string[] arguments) => SupervisorProgram.RunAsync(arguments, _output, _error);

    [Fact]
    public async Task It_answers_line_by_line_until_it_is_told_to_shut_down()
    {
        var running = RunAsync(Arguments);
        using var connection = await ConnectAsync();
        await using var stream = new NetworkStream(connection);
        using var reader = new StreamReader(stream);

        var list = await AskAsync(stream, reader, """{"op":"list"}""");
        var unreadable = await AskAsync(stream, reader, "{\"op\":");
        var unknown = await AskAsync(stream, reader, """{"op":"dance"}""");
        var shutdown = await AskAsync(stream, reader, """{"op":"shutdown","token":1,"stopProcesses":false}""");

        list.Should().StartWith("""{"outcome":"ok",""").And.Contain("\"processes\":[]");
        unreadable.Should().StartWith("""{"outcome":"refused","error":"The request cannot be read""");
        unknown.Should().StartWith("""{"outcome":"refused","error":"The request cannot be read""");
        shutdown.Should().StartWith("""{"outcome":"ok",""");
        (await running).Should().Be(0);
        File.Exists(Socket).Should().BeFalse();
    }

    [Fact]
    public async Task A_second_one_on_the_same_state_is_refused()
    {
        var first = RunAsync(Arguments);
        using var connection = await ConnectAsync();

        var second = await RunAsync("--state", _directory["state.json"], "--socket", _directory["run/other.sock"]);

        second.Should().Be(SupervisorProgram.AlreadyRunning);
        _error.ToString().Should().StartWith("Another process already runs here").And.NotContain("   at ");
        await using var stream = new NetworkStream(connection);
        using var reader = new StreamReader(stream);
        await AskAsync(stream, reader, """{"op":"shutdown","token":1,"stopProcesses":false}""");
        await first;
    }

    [Fact]
    public async Task A_token_is_written_down_where_none_runs_and_never_beside_one_that_does()
    {
        string[] fence = ["--state", _directory["state.json"], "--fence", "7"];
        (await RunAsync(fence)).Should().Be(0);
        var running = RunAsync(Arguments);
        using var connection = await ConnectAsync();
        await using var stream = new NetworkStream(connection);
        using var reader = new StreamReader(stream);

        (await RunAsync(fence)).Should().Be(SupervisorProgram.AlreadyRunning);
        var older = await AskAsync(stream, reader, """{"op":"stop","token":6,"name":"a","graceSeconds":0}""");
        await AskAsync(stream, reader, """{"op":"shutdown","token":7,"stopProcesses":false}""");

        older.Should().StartWith("""{"outcome":"stale-token",""").And.Contain("\"current\":7");
        (await running).Should().Be(0);
    }

    [Fact]
    public async Task What_is_wrong_is_one_line_and_an_exit_code()
    {
        (await RunAsync("--what")).Should().Be(SupervisorProgram.Misused);
        _directory.Write("bad.json", "{");
        (await RunAsync("--state", _directory["bad.json"], "--socket", Socket)).Should().Be(SupervisorProgram.BadState);
        var tooLong = _directory["run/" + new string('x', 120)];
        (await RunAsync("--state", _directory["state.json"], "--socket", tooLong))
            .Should()
            .Be(SupervisorProgram.Misused);
        Directory.CreateDirectory(_directory["open"]);
        (await RunAsync("--state", _directory["state.json"], "--socket", _directory["open/s.sock"]))
            .Should()
            .Be(SupervisorProgram.Failed);

        var lines = _error.ToString();
        lines.Should().Contain("'--what' is not an option").And.Contain("bytes: a socket's path may have at most 103");
        lines.Should().Contain("bad.json is not a supervisor's state").And.Contain("chmod 700");
        lines.Should().NotContain("   at ");
    }

    async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await Wait.UntilAsync(
            () => _output.ToString().Contains("Listening", StringComparison.Ordinal),
            "the supervisor listens"
        );
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket));
        return socket;
    }

    static async Task<string> AskAsync(NetworkStream stream, StreamReader reader, string line)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        return (await reader.ReadLineAsync())!;
    }
}
