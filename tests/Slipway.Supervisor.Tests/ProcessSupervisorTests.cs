using System.Globalization;
using Slipway.Protocol.Supervision;
using Slipway.Supervisor.Processes;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests;

public sealed class ProcessSupervisorTests : IAsyncLifetime
{
    readonly SupervisorFixture _fixture = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task A_process_writes_its_output_and_errors_to_its_log()
    {
        await _fixture.EnsureAsync(_fixture.Script("echo out; echo err >&2; exec sleep 60"));

        await _fixture.LogHoldsAsync("out\nerr\n");
    }

    [Fact]
    public async Task A_process_leads_its_own_session()
    {
        var response = await _fixture.EnsureAsync(_fixture.Script("cut -d' ' -f1,5,6 /proc/$$/stat; exec sleep 60"));

        var pid = response.Process!.Pid!.Value.ToString(CultureInfo.InvariantCulture);
        await _fixture.LogHoldsAsync($"{pid} {pid} {pid}\n");
    }

    [Fact]
    public async Task A_process_gets_what_it_was_given_and_no_secret_of_the_starter()
    {
        Environment.SetEnvironmentVariable("SLIPWAY_TEST_SECRET", "hush");
        var process = _fixture.Script("env; echo end; exec sleep 60") with
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["GIVEN"] = "a b\"c" },
        };

        await _fixture.EnsureAsync(process);

        await _fixture.LogHoldsAsync("end\n");
        var variables = _fixture.Log().Split('\n');
        variables.Should().Contain("GIVEN=a b\"c").And.Contain(line => line.StartsWith("PATH="));
        _fixture.Log().Should().NotContain("hush");
    }

    [Fact]
    public async Task A_process_that_runs_as_specified_is_left_alone()
    {
        var first = await _fixture.EnsureAsync(_fixture.Script("exec sleep 60"));

        var second = await _fixture.EnsureAsync(_fixture.Script("exec sleep 60"), token: 2);

        second.Process.Should().Be(first.Process);
    }

    [Fact]
    public async Task A_process_that_changed_is_replaced()
    {
        var first = await _fixture.EnsureAsync(_fixture.Script("exec sleep 60"));

        var second = await _fixture.EnsureAsync(_fixture.Script("exec sleep 61"));

        second.Process!.State.Should().Be(ProcessState.Running);
        second.Process.Pid.Should().NotBe(first.Process!.Pid);
        ProcessTable.Identify(first.Process.Pid!.Value).Should().BeNull();
    }

    [Fact]
    public async Task A_stop_asks_first()
    {
        await _fixture.EnsureAsync(
            _fixture.Script("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done")
        );
        await _fixture.LogHoldsAsync("up");

        var response = await _fixture.StopAsync();

        response.Process!.State.Should().Be(ProcessState.Stopped);
        response.Process.LastExitCode.Should().Be(0);
        _fixture.Log().Should().EndWith("bye\n");
        _fixture.State.Processes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_process_that_does_not_listen_is_ended_with_all_it_started()
    {
        await _fixture.EnsureAsync(
            _fixture.Script("trap '' TERM; (trap '' TERM; while :; do sleep 60; done) & echo child=$!; wait")
        );
        await _fixture.LogHoldsAsync("child=");
        var child = int.Parse(_fixture.Log().Trim()["child=".Length..], CultureInfo.InvariantCulture);

        var response = await _fixture.StopAsync(grace: 0.2);

        response.Process!.LastExitCode.Should().Be(128 + 9);
        await Wait.UntilAsync(() => ProcessTable.Identify(child) is null, "its child is gone too");
    }

    [Fact]
    public async Task A_process_that_was_killed_is_started_again()
    {
        var first = await _fixture.EnsureAsync(_fixture.Script("exec sleep 60"));

        // It may not lead its group yet.
        Signals.End(ProcessTable.Identify(first.Process!.Pid!.Value)!);

        await Wait.UntilAsync(
            async () => await _fixture.StatusAsync() is { State: ProcessState.Running, Restarts: 1 },
            "it runs again"
        );
        var status = await _fixture.StatusAsync();
        status.Pid.Should().NotBe(first.Process.Pid);
        status.LastExitCode.Should().Be(128 + 9);
    }

    [Fact]
    public async Task What_a_process_leaves_behind_is_ended_before_it_starts_again()
    {
        await _fixture.EnsureAsync(_fixture.Script("sleep 60 & echo child=$!; [ -e once ] && wait; touch once"));

        await Wait.UntilAsync(
            async () => (await _fixture.StatusAsync()).Restarts == 1 && _fixture.Log().Split("child=").Length == 3,
            "it was started twice"
        );
        var left = int.Parse(_fixture.Log().Split('\n')[0]["child=".Length..], CultureInfo.InvariantCulture);
        ProcessTable.Identify(left).Should().BeNull();
    }

    [Theory]
    [InlineData("/missing/command", null, "The command /missing/command is not there.")]
    [InlineData("no-such-command-anywhere", null, "The command no-such-command-anywhere is not there.")]
    [InlineData("sleep", "/missing/directory", "The working directory /missing/directory is not there.")]
    public async Task What_cannot_be_started_has_failed_and_says_why(string command, string? directory, string error)
    {
        var process = _fixture.Script("") with { Command = command };

        var response = await _fixture.EnsureAsync(
            process with
            {
                WorkingDirectory = directory ?? process.WorkingDirectory,
            }
        );

        response.Process!.State.Should().Be(ProcessState.Failed);
        response.Process.Error.Should().Be(error);
    }

    [Fact]
    public async Task What_failed_is_tried_again_by_the_same_ensure()
    {
        var process = _fixture.Script("exec sleep 60") with { WorkingDirectory = _fixture.Directory["later"] };
        await _fixture.EnsureAsync(process);
        Directory.CreateDirectory(_fixture.Directory["later"]);

        var response = await _fixture.EnsureAsync(process);

        response.Process!.State.Should().Be(ProcessState.Running);
        response.Process.Error.Should().BeNull();
    }

    [Fact]
    public async Task An_older_token_changes_nothing()
    {
        var ensured = await _fixture.EnsureAsync(_fixture.Script("exec sleep 60"), token: 7);

        var ensure = await _fixture.EnsureAsync(_fixture.Script("exec sleep 61"), token: 6);
        var stop = await _fixture.StopAsync(token: 6);
        var shutdown = await _fixture.Supervisor.HandleAsync(new ShutdownRequest(6, StopProcesses: true));

        foreach (var response in new[] { ensure, stop, shutdown })
        {
            response.Outcome.Should().Be(SupervisorOutcome.StaleToken);
            response.Current.Should().Be(7);
        }

        (await _fixture.StatusAsync()).Should().Be(ensured.Process);
    }

    [Fact]
    public async Task A_name_that_is_unknown_is_stopped_already()
    {
        var response = await _fixture.StopAsync("nobody");

        response.Outcome.Should().Be(SupervisorOutcome.Ok);
        response.Process!.State.Should().Be(ProcessState.Stopped);
    }

    [Fact]
    public async Task A_shutdown_stops_every_process_when_told_to()
    {
        var a = await _fixture.EnsureAsync(_fixture.Script("exec sleep 60", "a"));
        var b = await _fixture.EnsureAsync(_fixture.Script("exec sleep 60", "b"));

        await _fixture.Supervisor.HandleAsync(new ShutdownRequest(1, StopProcesses: true));

        _fixture.State.Processes.Should().BeEmpty();
        ProcessTable.Identify(a.Process!.Pid!.Value).Should().BeNull();
        ProcessTable.Identify(b.Process!.Pid!.Value).Should().BeNull();
    }

    [Fact]
    public async Task A_request_that_makes_no_sense_is_refused_with_a_reason()
    {
        var good = _fixture.Script("exec sleep 60");
        ProcessSpecification[] wrong =
        [
            good with
            {
                Name = "../a",
            },
            good with
            {
                Command = "",
            },
            good with
            {
                LogFile = "a.log",
            },
            good with
            {
                WorkingDirectory = "here",
            },
        ];

        foreach (var process in wrong)
            (await _fixture.EnsureAsync(process)).Outcome.Should().Be(SupervisorOutcome.Refused);
        (await _fixture.StopAsync(grace: -1)).Error.Should().Contain("graceSeconds");
        (await _fixture.StopAsync(grace: double.NaN)).Error.Should().Contain("graceSeconds");
    }

    [Fact]
    public async Task A_state_that_cannot_be_written_changes_nothing()
    {
        await _fixture.EnsureAsync(_fixture.Script("exec sleep 60"));
        File.Delete(_fixture.Directory["state.json"]);
        Directory.CreateDirectory(_fixture.Directory["state.json"]);

        var response = await _fixture.StopAsync();

        response.Outcome.Should().Be(SupervisorOutcome.Refused);
        response.Error.Should().Contain("nothing was changed");
        (await _fixture.StatusAsync()).State.Should().Be(ProcessState.Running);
        Directory.Delete(_fixture.Directory["state.json"]);
    }

    [Fact]
    public async Task A_large_log_is_rotated_under_the_running_process()
    {
        await _fixture.EnsureAsync(
            _fixture.Script(
                "head -c 11000000 /dev/zero; echo; echo full; while [ ! -e go ]; do sleep 0.05; done; echo on; exec sleep 60"
            )
        );
        await _fixture.LogHoldsAsync("full");

        _fixture.Supervisor.RotateLogs();
        _fixture.Directory.Write("go", "");

        await _fixture.LogHoldsAsync("on\n");
        new FileInfo(_fixture.Directory["logs/a.log"]).Length.Should().Be("on\n".Length);
        new FileInfo(_fixture.Directory["logs/a.log.1"]).Length.Should().BeGreaterThan(11_000_000);
    }
}
