using System.Diagnostics;

namespace Benchmarks;

/// <summary>Runs a whole command, its output read and thrown away.</summary>
static class Command
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] command) =>
        (await RunAsync(command, Timeout.InfiniteTimeSpan))!.Value;

    /// <param name="limit">After it, the command and what it started is ended.</param>
    /// <returns>The exit code; null: it was not done in time.</returns>
    public static async Task<int?> RunAsync(string[] command, TimeSpan limit)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(timeout.Token),
                process.StandardError.ReadToEndAsync(timeout.Token)
            );
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
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
