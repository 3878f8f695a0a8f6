using System.Diagnostics;
using Slipway.Protocol.Processes;
using Slipway.Protocol.Supervision;
using Slipway.Supervisor.State;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests;

/// <summary>Processes that a deployer has started under its token.</summary>
public sealed class FencingTests : IAsyncLifetime
{
    readonly SupervisorFixture _fixture = new();
    readonly List<Process> _started = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var process in _started)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task A_newer_token_ends_what_is_bound_to_an_older_one_before_it_is_answered()
    {
        var process = Start("sleep 60 & wait");
        (await BindAsync(3, process)).Outcome.Should().Be(SupervisorOutcome.Ok);

        (await FenceAsync(4)).Outcome.Should().Be(SupervisorOutcome.Ok);

        process.HasExited.Should().BeTrue();
        _fixture.State.Token.Should().Be(4);
        _fixture.State.Bound.Should().BeEmpty();
    }

    [Fact]
    public async Task So_does_whatever_else_is_asked_with_a_newer_token()
    {
        var process = Start("sleep 60");
        await BindAsync(3, process);

        await _fixture.EnsureAsync(_fixture.Script("exec sleep 60"), token: 4);

        process.HasExited.Should().BeTrue();
    }

    [Fact]
    public async Task Its_own_token_leaves_it_alone()
    {
        var process = Start("sleep 60");
        await BindAsync(3, process);

        await FenceAsync(3);
        await _fixture.EnsureAsync(_fixture.Script("exec sleep 60"), token: 3);

        process.HasExited.Should().BeFalse();
    }

    [Fact]
    public async Task Nothing_is_bound_to_an_older_token()
    {
        var process = Start("sleep 60");
        await FenceAsync(4);

        var response = await BindAsync(3, process);

        response.Outcome.Should().Be(SupervisorOutcome.StaleToken);
        response.Current.Should().Be(4);
        _fixture.State.Bound.Should().BeNull();
    }

    [Fact]
    public async Task One_that_has_ended_is_refused_and_forgotten()
    {
        var ended = Start("exit 0");
        var other = Start("sleep 60");
        await BindAsync(3, other);
        other.Kill();
        await other.WaitForExitAsync();
        await ended.WaitForExitAsync();

        (await BindAsync(3, ended)).Error.Should().Be($"There is no process {ended.Id}.");
        await BindAsync(3, Start("sleep 60"));

        _fixture.State.Bound.Should().ContainSingle();
    }

    [Fact]
    public async Task One_that_does_not_heed_a_signal_is_killed_with_all_that_it_started()
    {
        var time = new ManualTime();
        await using var fixture = new SupervisorFixture(time);
        var process = Start("trap '' TERM; echo ready; while :; do sleep 1; done");
        (await process.StandardOutput.ReadLineAsync()).Should().Be("ready");
        await fixture.Supervisor.HandleAsync(new BindRequest(3, process.Id));

        var fencing = fixture.Supervisor.HandleAsync(new FenceRequest(4));
        await Wait.UntilAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return fencing.IsCompleted;
            },
            "the token is taken in"
        );

        (await fencing).Outcome.Should().Be(SupervisorOutcome.Ok);
        process.HasExited.Should().BeTrue();
    }

    [Fact]
    public async Task The_supervisor_that_follows_knows_what_was_bound()
    {
        var process = Start("sleep 60");
        await BindAsync(3, process);
        var state = _fixture.State;
        await using var next = new SupervisorFixture(prepare: directory =>
        {
            using var file = StateFile.Open(directory["state.json"]);
            file.Update(_ => state);
        });

        await next.Supervisor.HandleAsync(new FenceRequest(4));

        process.HasExited.Should().BeTrue();
    }

    Task<SupervisorResponse> BindAsync(long token, Process process) =>
        _fixture.Supervisor.HandleAsync(new BindRequest(token, process.Id));

    Task<SupervisorResponse> FenceAsync(long token) => _fixture.Supervisor.HandleAsync(new FenceRequest(token));

    /// <summary>As a deployer starts it, and released at once.</summary>
    Process Start(string script)
    {
        var start = DetachedProcess.Held(
            "/bin/sh",
            ["-c", script],
            InheritedEnvironment.Read(),
            _fixture.Directory.Path
        );
        var process = Process.Start(start)!;
        _started.Add(process);
        process.StandardInput.WriteLine();
        process.StandardInput.Close();
        return process;
    }
}
