using System.Runtime.InteropServices;

namespace Slipway.Workflows.Running;

/// <summary>The same numbers on Linux and macOS.</summary>
enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}

static partial class Signals
{
    public static void Send(int process, Signal signal) => _ = SendTo(process, (int)signal);

    /// <summary>
    /// To the group that a process leads or led. While a group has members its number is given to no other process, so
    /// call it only for a leader of ours.
    /// </summary>
    /// <returns>False when there is no such group.</returns>
    public static bool SendToGroup(int leader, Signal signal) => SendTo(-leader, (int)signal) == 0;

    /// <summary>Whether the group that a process leads or led has members.</summary>
    public static bool GroupIsAlive(int leader) => SendTo(-leader, 0) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendTo(int process, int signal);
}
