using System.Diagnostics;

namespace Benchmarks;

/// <summary>Runs a whole command, its output read and thrown away.</summary>
static class Command
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] command)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <returns>Wall time of one successful run.</returns>
    public static async Task<TimeSpan> TimeAsync(string[] command)
    {
        var clock = Stopwatch.StartNew();
        var exitCode = await RunAsync(command);
        return exitCode == 0
            ? clock.Elapsed
            : throw new BenchmarkException(
                $"'{string.Join(' ', command)}' ended with {exitCode}: run it by hand first."
            );
    }
}
