using System.Runtime.InteropServices;

namespace Slipway.Testing;

/// <summary>
/// Ctrl-C for the processes that a test starts. A shell starts what is in the background (<c>nohup … &amp;</c>) so that it
/// ignores SIGINT, and every process inherits that from its parent: a test that interrupts one would wait for ever.
/// </summary>
public static partial class Interrupts
{
    const int Interrupt = 2;
    const nint Default = 0;
    const nint Ignored = 1;

    /// <summary>Processes that are started from here on heed SIGINT. On Windows there is nothing to do.</summary>
    public static void ReachChildren()
    {
        if (OperatingSystem.IsWindows())
            return;
        var before = Signal(Interrupt, Default);
        // The runtime may have a handler of its own, which no child inherits.
        if (before is not Default and not Ignored)
            Signal(Interrupt, before);
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Signal(int number, nint handler);
}
