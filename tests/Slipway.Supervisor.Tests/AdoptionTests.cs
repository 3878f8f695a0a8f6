using System.Diagnostics;
using Slipway.Protocol.Processes;
using Slipway.Protocol.Supervision;
using Slipway.Supervisor.Processes;
using Slipway.Supervisor.State;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests;

/// <summary>What a supervisor finds that follows one which died.</summary>
public sealed class AdoptionTests
{
    const string Mark = "a-of-this-test";

    [Fact]
    public async Task A_process_that_runs_is_adopted_by_its_pid_and_start()
    {
        var mark = Mark + Guid.NewGuid();
        Process? orphan = null;
        await using var fixture = new SupervisorFixture(prepare: directory =>
        {
            orphan = StartOrphan(directory, "another mark");
            Write(directory, Record(directory, mark) with { Identity = ProcessTable.Identify(orphan.Id) });
        });

        var status = await fixture.StatusAsync();

        status.State.Should().Be(ProcessState.Running);
        status.Pid.Should().Be(orphan!.Id);
    }

    [Fact]
    public async Task A_process_whose_pid_was_never_written_down_is_adopted_by_its_mark()
    {
        var mark = Mark + Guid.NewGuid();
        Process? orphan = null;
        await using var fixture = new SupervisorFixture(prepare: directory =>
        {
            orphan = StartOrphan(directory, mark);
            Write(directory, Record(directory, mark));
        });

        (await fixture.StatusAsync()).Pid.Should().Be(orphan!.Id);
        fixture.State.Processes.Single().Identity!.Pid.Should().Be(orphan.Id);
    }

    [Fact]
    public async Task An_adopted_process_that_ends_is_started_again()
    {
        var mark = Mark + Guid.NewGuid();
        Process? orphan = null;
        await using var fixture = new SupervisorFixture(prepare: directory =>
        {
            orphan = StartOrphan(directory, mark);
            Write(directory, Record(directory, mark));
        });

        orphan!.Kill();

        await Wait.UntilAsync(
            async () => await fixture.StatusAsync() is { State: ProcessState.Running, Restarts: 1, LastExitCode: null },
            "it runs again"
        );
        (await fixture.StatusAsync()).Pid.Should().NotBe(orphan.Id);
    }

    [Fact]
    public async Task A_process_that_ended_meanwhile_is_started()
    {
        await using var fixture = new SupervisorFixture(prepare: directory =>
            Write(directory, Record(directory, Mark) with { Identity = new ProcessIdentity(1, "long ago") })
        );

        (await fixture.StatusAsync()).State.Should().Be(ProcessState.Running);
    }

    [Fact]
    public async Task A_stop_that_was_under_way_is_finished()
    {
        var mark = Mark + Guid.NewGuid();
        Process? orphan = null;
        await using var fixture = new SupervisorFixture(prepare: directory =>
        {
            orphan = StartOrphan(directory, mark);
            Write(directory, Record(directory, mark) with { StopGraceSeconds = 5 });
        });

        await orphan!.WaitForExitAsync();
        await Wait.UntilAsync(() => fixture.State.Processes.Count == 0, "it is forgotten");
    }

    static Process StartOrphan(TempDirectory directory, string mark)
    {
        var specification = SupervisorFixture.Script(directory, "exec sleep 60");
        Directory.CreateDirectory(directory["logs"]);
        var environment = new Dictionary<string, string>(InheritedEnvironment.Read(), StringComparer.Ordinal)
        {
            [ProcessStarter.MarkVariable] = mark,
        };
        var process = Process.Start(
            DetachedProcess.Child(
                specification.Command,
                specification.Arguments,
                environment,
                specification.WorkingDirectory,
                specification.LogFile
            )
        )!;
        Wait.UntilAsync(
                () => ProcessTable.FindLeader(ProcessStarter.MarkVariable, mark)?.Pid == process.Id,
                "it leads its session"
            )
            .GetAwaiter()
            .GetResult();
        return process;
    }

    static ProcessRecord Record(TempDirectory directory, string mark) =>
        new(SupervisorFixture.Script(directory, "exec sleep 60"), mark);

    static void Write(TempDirectory directory, ProcessRecord record)
    {
        using var file = StateFile.Open(directory["state.json"]);
        file.Update(state => state.With(record));
    }
}
