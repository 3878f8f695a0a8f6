using System.Diagnostics;
using Benchmarks.StartUp;

namespace Benchmarks.Cache;

/// <summary>
/// What <c>./build.sh Verify</c> costs when nothing has changed since it last succeeded, against a target that does nothing.
/// The commands run in turn, so that a drift of the machine's speed meets both. Before that, it is run until nothing is
/// left to run, with the cache in the checkout itself.
/// </summary>
static class CacheBenchmark
{
    /// <summary>The bound.</summary>
    const double Bound = 1.5;

    public static async Task<int> RunAsync(int runs)
    {
        var build = Path.Combine(Repository.Root(), "build.sh");
        Contender nothing = new("./build.sh Noop", [build, "Noop", "--no-logo"]);
        Contender verify = new("./build.sh Verify, unchanged", [build, "Verify", "--no-logo"]);
        if (!await IsUnchangedAsync(build))
            throw new BenchmarkException(
                "A target of Verify runs again though nothing has changed: ./build.sh Verify --explain says which."
            );

        await nothing.WarmUpAsync();
        await CompiledAhead.WaitAsync();
        await verify.WarmUpAsync();
        for (var run = 0; run < runs; run++)
        {
            await nothing.MeasureAsync();
            await verify.MeasureAsync();
        }

        Console.WriteLine(
            $"{runs} runs each, in turn; wall time min / median / max, peak memory of the largest process"
        );
        Console.WriteLine(await nothing.DescribeAsync());
        Console.WriteLine(await verify.DescribeAsync());
        var limits = new Limits();
        limits.Check("Verify : Noop", verify.Median / nothing.Median, Bound);
        Console.WriteLine($"Again: dotnet run --project tests/Benchmarks -c Release -- cache --runs {runs}");
        return limits.ExitCode;
    }

    /// <summary>Runs it at most three times: the first compiles and tests; a tool that it installs may change a key once.</summary>
    static async Task<bool> IsUnchangedAsync(string build)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var process = Process.Start(
                new ProcessStartInfo(build, ["Verify", "--no-logo"])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new BenchmarkException("./build.sh Verify fails: run it by hand first.");
            if (!output.Contains("Succeeded  ", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
