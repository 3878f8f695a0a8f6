using System.Diagnostics;

namespace Slipway.Workflows.Running;

/// <summary>Ends a step's process group, in the runner's three degrees (actions/runner, ProcessInvoker).</summary>
static class ProcessGroups
{
    static readonly (Signal Signal, TimeSpan Grace)[] Degrees =
    [
        (Signal.Interrupt, TimeSpan.FromSeconds(7.5)),
        (Signal.Terminate, TimeSpan.FromSeconds(2.5)),
        (Signal.Kill, TimeSpan.FromSeconds(2.5)),
    ];

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>SIGINT, 7.5 seconds later SIGTERM, 2.5 seconds later SIGKILL, to all of it; back as soon as all have ended.</summary>
    public static async Task EndAsync(Process leader, TimeProvider time)
    {
        foreach (var (signal, grace) in Degrees)
        {
            Send(leader, signal);
            var since = time.GetTimestamp();
            while (IsAlive(leader) && time.GetElapsedTime(since) < grace)
                await Task.Delay(Pause, time);
            if (!IsAlive(leader))
                return;
        }
    }

    /// <summary>Between its start and its leading a group of its own, a process is only reached by itself.</summary>
    static void Send(Process leader, Signal signal)
    {
        if (!Signals.SendToGroup(leader.Id, signal) && !leader.HasExited)
            Signals.Send(leader.Id, signal);
    }

    static bool IsAlive(Process leader) => !leader.HasExited || Signals.GroupIsAlive(leader.Id);
}
