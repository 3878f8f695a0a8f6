using System.Runtime.InteropServices;

namespace Slipway.Components.Shipping;

/// <summary>
/// Ctrl-C and SIGTERM ask a deployment to undo what it has done, instead of ending the process in the middle of it. A
/// second one ends it at once; the next run then converges from the journal.
/// </summary>
static class Interrupt
{
    static readonly CancellationTokenSource s_source = new();
    static readonly List<PosixSignalRegistration> s_registrations = [];

    /// <summary>The first use begins to listen.</summary>
    public static CancellationToken Token
    {
        get
        {
            lock (s_registrations)
            {
                if (s_registrations.Count == 0)
                {
                    s_registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask));
                    s_registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask));
                }
            }

            return s_source.Token;
        }
    }

    static void Ask(PosixSignalContext context)
    {
        if (s_source.IsCancellationRequested)
            return;
        context.Cancel = true;
        s_source.Cancel();
    }
}
