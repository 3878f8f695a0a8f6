using System.Diagnostics;

namespace Slipway.Proofs.Kills;

/// <summary>SIGKILL for this very process: no handler, no disposal, no last write.</summary>
static class Death
{
    /// <summary>What the exit code of a process that was killed so is.</summary>
    public const int ExitCode = 128 + 9;

    public static void Now()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        using var never = new ManualResetEventSlim();
        never.Wait();
    }
}
