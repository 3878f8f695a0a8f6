using System.Globalization;
using Benchmarks.StartUp;

namespace Benchmarks.Versions;

/// <summary>
/// What a version costs, as a whole process: <c>GitVersion</c> on Slipway's engine, side by side with <c>git log</c> of the
/// same repository, and with the real GitVersion where NuGet has its package. The commands run in turn.
/// </summary>
static class VersionsBenchmark
{
    static readonly int[] Sizes = [10_000, 50_000, 200_000];

    public static async Task<int> RunAsync(int runs)
    {
        Console.WriteLine($"{runs} runs each, in turn; wall time min / median / max, peak memory of the process");
        foreach (var size in Sizes)
            await MeasureAsync(size, runs);
        return 0;
    }

    static async Task MeasureAsync(int size, int runs)
    {
        using var repository = await TaggedRepository.CreateAsync(size);
        Contender log = new("git log --format=%H%n%B", ["git", "-C", repository.Path, "log", "--format=%H%n%B"]);
        Contender ours = new("GitVersion on Slipway", ["dotnet", Ours(), repository.Path]);
        List<Contender> contenders = [log, ours];
        // Its time is measured once a size: it takes ten times as long, and nothing depends on its last digit.
        var real = Real() is { } program
            ? new Contender("GitVersion.MsBuild 6.8.2", ["dotnet", program, repository.Path, "/nocache", "/nofetch"])
            : null;

        foreach (var contender in contenders)
            await contender.WarmUpAsync();
        for (var run = 0; run < runs; run++)
        {
            foreach (var contender in contenders)
                await contender.MeasureAsync();
        }
        if (real is not null)
        {
            await real.MeasureAsync();
            contenders.Add(real);
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{size:#,0} commits, {size / 10:#,0} annotated tags")
        );
        foreach (var contender in contenders)
            Console.WriteLine("  " + await contender.DescribeAsync());
        Console.WriteLine($"  Slipway : git log   {ours.Median / log.Median:0.00}x");
    }

    static string Ours()
    {
        var program = Path.Combine(
            Repository.Root(),
            "artifacts",
            "bin",
            "GitVersion.Tool",
            "release",
            "GitVersion.dll"
        );
        return File.Exists(program)
            ? program
            : throw new BenchmarkException(
                $"{program} is not there: build it, 'dotnet build tests/Benchmarks -c Release'."
            );
    }

    static string? Real()
    {
        var packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var program = Path.Combine(packages, "gitversion.msbuild", "6.8.2", "tools", "net10.0", "gitversion.dll");
        return File.Exists(program) ? program : null;
    }
}
