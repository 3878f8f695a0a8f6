using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>
/// The peak resident memory of a command: <c>ru_maxrss</c> of <c>getrusage(RUSAGE_CHILDREN)</c> (getrusage(2): KiB on
/// Linux, bytes on macOS), which is that of the largest process that this one has waited for. Each measurement is
/// therefore a process of its own.
/// </summary>
static partial class PeakMemory
{
    const int Children = -1;

    /// <summary>Runs the command and prints its peak in KiB; the exit code is the command's.</summary>
    public static async Task<int> RunAsync(string[] command)
    {
        var exitCode = await Command.RunAsync(command);
        Console.WriteLine(OfChildren());
        return exitCode;
    }

    /// <summary>Measures from outside: starts this program again around the command.</summary>
    /// <returns>KiB.</returns>
    public static async Task<long> OfAsync(string[] command)
    {
        var self = Environment.ProcessPath!;
        string[] prefix =
            Path.GetFileNameWithoutExtension(self) == "dotnet" ? [self, typeof(PeakMemory).Assembly.Location] : [self];
        using var process = Process.Start(
            new ProcessStartInfo(prefix[0], [.. prefix[1..], "peak", .. command])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return long.Parse(output.TrimEnd().Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    static long OfChildren()
    {
        // struct rusage: two timevals (16 bytes each), then ru_maxrss.
        Span<long> usage = stackalloc long[18];
        if (GetResourceUsage(Children, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new BenchmarkException("getrusage failed: peak memory is measured on Linux and macOS only.");
        return OperatingSystem.IsMacOS() ? usage[4] / 1024 : usage[4];
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, ref long usage);
}
