using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks.Gateway;

/// <summary>One run of wrk: 2 threads, 32 kept connections, as fast as it gets answers.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Requests">Answered in all.</param>
sealed partial record WrkResult(double PerSecond, double P99, double Requests)
{
    public static async Task<WrkResult> RunAsync(string url, int seconds)
    {
        var start = new ProcessStartInfo("wrk", ["-t2", "-c32", $"-d{seconds}s", "--latency", url])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (
            process.ExitCode != 0
            || output.Contains("Non-2xx", StringComparison.Ordinal)
            || output.Contains("Socket errors", StringComparison.Ordinal)
        )
            throw new BenchmarkException($"wrk was not answered as it should be by {url}:\n{output}");
        return new WrkResult(
            Number(Rate().Match(output).Groups[1].Value),
            Milliseconds(Percentile().Match(output)),
            Number(Total().Match(output).Groups[1].Value)
        );
    }

    static double Milliseconds(Match match) =>
        Number(match.Groups[1].Value)
        * match.Groups[2].Value switch
        {
            "us" => 0.001,
            "ms" => 1,
            _ => 1000,
        };

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Total();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Percentile();
}
