using System.Diagnostics;
using System.Text.Json;

namespace Benchmarks.Runs;

/// <summary>
/// What running a workflow here costs beyond its jobs: <c>./build.sh Run --workflow ci</c>, warm (with the results of an
/// earlier run), against its critical path (the longest chain of jobs, each measured alone) and against the same jobs one
/// after the other. Both come from a run with <c>--parallel 1</c>, in turn with the one that is judged, so that a drift of
/// the machine's speed meets both.
/// </summary>
static class RunBenchmark
{
    const double OfCriticalPath = 1.15;
    const double OfOneAfterTheOther = 0.7;

    /// <summary>
    /// For what an earlier run has left to be written. It does not help on ext4 without a journal, where new files are slow
    /// for a minute after others were removed (<c>recently_deleted</c> in fs/ext4/ialloc.c): put the clone and TMPDIR on
    /// another file system there.
    /// </summary>
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(6);

    public static async Task<int> RunAsync(string workflow, int runs)
    {
        var root = Repository.Root();
        await MeasureAsync(root, workflow, parallel: null);
        var times = new List<double>();
        var alone = new List<Measured>();
        for (var run = 0; run < runs; run++)
        {
            alone.Add(await MeasureAsync(root, workflow, parallel: 1));
            times.Add((await MeasureAsync(root, workflow, parallel: null)).Seconds);
        }

        var together = Median(times);
        var sequence = Median(alone.Select(measured => measured.Seconds));
        var path = Median(alone.Select(measured => measured.CriticalPath));
        Console.WriteLine($"{runs} runs of {workflow} each way, in turn, after one to warm up; medians");
        foreach (var job in alone[^1].Jobs.OrderByDescending(job => job.Seconds))
            Console.WriteLine($"  {job.Title, -40} {job.Seconds, 7:0.0} s alone");
        Console.WriteLine($"  {"the longest chain of jobs", -40} {path, 7:0.0} s");
        Console.WriteLine($"  {"one after the other", -40} {sequence, 7:0.0} s");
        Console.WriteLine($"  {"together", -40} {together, 7:0.0} s");
        var limits = new Limits();
        limits.Check("together : the longest chain of jobs", together / path, OfCriticalPath);
        limits.Check("together : one after the other", together / sequence, OfOneAfterTheOther);
        return limits.ExitCode;
    }

    static double Median(IEnumerable<double> values) => values.Order().ToList() is var all ? all[all.Count / 2] : 0;

    static async Task<Measured> MeasureAsync(string root, string workflow, int? parallel)
    {
        await Task.Delay(Rest);
        string[] limit = parallel is { } count ? ["--parallel", $"{count}"] : [];
        using var process = Process.Start(
            new ProcessStartInfo(
                Path.Combine(root, "build.sh"),
                ["Run", "--workflow", workflow, "--json", "--no-logo", .. limit]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var clock = Stopwatch.StartNew();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new BenchmarkException($"Run --workflow {workflow} ended with {process.ExitCode}:\n{await error}");
        using var document = JsonDocument.Parse(output);
        return new Measured(clock.Elapsed.TotalSeconds, [.. Jobs(document.RootElement)]);
    }

    static IEnumerable<JobTime> Jobs(JsonElement run) =>
        run.GetProperty("jobs")
            .EnumerateArray()
            .Where(job => job.TryGetProperty("seconds", out var seconds) && seconds.ValueKind == JsonValueKind.Number)
            .Select(job => new JobTime(
                job.GetProperty("key").GetString()!,
                job.GetProperty("title").GetString()!,
                job.GetProperty("seconds").GetDouble(),
                [.. job.GetProperty("needs").EnumerateArray().Select(need => need.GetString()!)]
            ));

    sealed record JobTime(string Key, string Title, double Seconds, IReadOnlyList<string> Needs);

    sealed record Measured(double Seconds, IReadOnlyList<JobTime> Jobs)
    {
        public double CriticalPath => Jobs.Select(Chain).DefaultIfEmpty(0).Max();

        double Chain(JobTime job) =>
            job.Seconds + Jobs.Where(before => Needs(job, before)).Select(Chain).DefaultIfEmpty(0).Max();

        /// <summary>A job that is needed stands for the legs of its matrix, and for the jobs of the workflow that it calls.</summary>
        static bool Needs(JobTime job, JobTime before) =>
            job.Needs.Any(need =>
                before.Key.Equals(need, StringComparison.OrdinalIgnoreCase)
                || before.Key.StartsWith($"{need} (", StringComparison.OrdinalIgnoreCase)
                || before.Key.StartsWith($"{need} / ", StringComparison.OrdinalIgnoreCase)
            );
    }
}
