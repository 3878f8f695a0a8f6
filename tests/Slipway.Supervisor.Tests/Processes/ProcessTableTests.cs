using System.Diagnostics;
using Slipway.Protocol.Processes;
using Slipway.Supervisor.Processes;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests.Processes;

public sealed class ProcessTableTests : IDisposable
{
    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_process_has_one_identity_for_its_life()
    {
        var identity = ProcessTable.Identify(Environment.ProcessId);

        identity.Should().NotBeNull().And.Be(ProcessTable.Identify(Environment.ProcessId));
        ProcessTable.IsAlive(identity!).Should().BeTrue();
    }

    [Fact]
    public void The_same_number_started_at_another_time_is_another_process()
    {
        var identity = ProcessTable.Identify(Environment.ProcessId)!;

        ProcessTable.IsAlive(identity with { Start = "before" }).Should().BeFalse();
    }

    [Fact]
    public async Task A_process_that_ended_has_no_identity()
    {
        using var process = Process.Start("true");
        await process.WaitForExitAsync();

        ProcessTable.Identify(process.Id).Should().BeNull();
    }

    [Fact]
    public async Task A_process_is_found_by_its_mark_and_its_children_are_not_taken_for_it()
    {
        var mark = Guid.NewGuid().ToString("N");
        var environment = new Dictionary<string, string>(InheritedEnvironment.Read(), StringComparer.Ordinal)
        {
            ["MARK"] = mark,
        };
        string[] script = ["-c", "sleep 60 & sleep 60"];
        using var process = Process.Start(
            DetachedProcess.Child("/bin/sh", script, environment, _directory.Path, _directory["log"])
        )!;
        try
        {
            await Wait.UntilAsync(
                () => ProcessTable.FindLeader("MARK", mark)?.Pid == process.Id,
                "the session leader is found"
            );
            ProcessTable.FindLeader("MARK", mark[1..]).Should().BeNull();
            ProcessTable.FindLeader("ARK", mark).Should().BeNull();
        }
        finally
        {
            Signals.EndGroup(ProcessTable.Identify(process.Id)!);
        }
    }
}
