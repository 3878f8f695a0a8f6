using System.Runtime.InteropServices;

namespace Slipway.Supervisor.Processes;

/// <summary>Asks a process to end, or ends it with all that it started.</summary>
static partial class Signals
{
    // The same numbers on Linux and macOS.
    const int Kill = 9;
    const int Terminate = 15;

    /// <summary>SIGTERM to the process alone: what it started is its own to end. Nothing when it is gone already.</summary>
    public static void AskToEnd(ProcessIdentity process)
    {
        if (ProcessTable.IsAlive(process))
            _ = Send(process.Pid, Terminate);
    }

    /// <summary>
    /// SIGKILL to the process group that the process leads or led. While a group has members its number is not given to
    /// another process, so this hits none but ours.
    /// </summary>
    public static void EndGroup(ProcessIdentity leader)
    {
        var now = ProcessTable.Identify(leader.Pid);
        if (now is null || now == leader)
            _ = Send(-leader.Pid, Kill);
    }

    /// <summary>SIGKILL to the process, one that leads no group yet included, and to its group.</summary>
    public static void End(ProcessIdentity process)
    {
        if (ProcessTable.IsAlive(process))
            _ = Send(process.Pid, Kill);
        EndGroup(process);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int pid, int signal);
}
