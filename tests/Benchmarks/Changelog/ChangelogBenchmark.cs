using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Changelog;

/// <summary>
/// The whole changelog of a long history, as a user runs it: <c>./build.sh Changelog --draft --all</c>, already built, side
/// by side in turn with git-cliff, where there is one, and with <c>git log</c> alone.
/// </summary>
static class ChangelogBenchmark
{
    static readonly (int Commits, int Tags)[] Sizes = [(10_000, 1_000), (50_000, 5_000)];

    /// <param name="gitCliff">Its name or path.</param>
    /// <param name="limit">After which git-cliff is ended; the others have never been near it.</param>
    public static async Task<int> RunAsync(int runs, string gitCliff, TimeSpan limit)
    {
        var build = Path.Combine(Repository.Root(), "build.sh");
        var hasCliff = await IsThereAsync(gitCliff);
        if (!hasCliff)
            Console.WriteLine(
                $"{gitCliff} is not there, and left out: 'npm install git-cliff@2.14', then --git-cliff PATH."
            );
        foreach (var (commits, tags) in Sizes)
        {
            using var history = await SampleHistory.CreateAsync(commits, tags);
            string[] slipway = [build, "Changelog", "--draft", "--all", "--no-logo", "--root", history.Path];
            string[] log = ["git", "-C", history.Path, "log", "--format=%H%n%B"];
            string[] cliff =
            [
                gitCliff,
                "--repository",
                history.Path,
                "--output",
                Path.Combine(history.Path, "cliff.md"),
            ];
            List<(string Name, string[] Command)> contenders =
            [
                ("./build.sh Changelog --draft --all", slipway),
                ("git log --format=%H%n%B", log),
            ];
            if (hasCliff)
                contenders.Add(("git-cliff", cliff));

            await Command.TimeAsync(slipway);
            await MeasureAsync(history, contenders, runs, limit);
        }

        return 0;
    }

    static async Task MeasureAsync(
        SampleHistory history,
        List<(string Name, string[] Command)> contenders,
        int runs,
        TimeSpan limit
    )
    {
        var times = contenders.ToDictionary(
            contender => contender.Name,
            _ => new List<TimeSpan>(),
            StringComparer.Ordinal
        );
        var ended = new HashSet<string>(StringComparer.Ordinal);
        for (var run = 0; run < runs; run++)
        {
            foreach (var (name, command) in contenders.Where(contender => !ended.Contains(contender.Name)))
            {
                if (await TimeAsync(command, limit) is { } time)
                    times[name].Add(time);
                else
                    ended.Add(name);
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{history.Commits} commits, {history.Tags} annotated tags; {runs} runs each, in turn; wall time min / median / max, peak memory of the largest process"
            )
        );
        foreach (var (name, command) in contenders)
        {
            var line = ended.Contains(name)
                ? string.Create(CultureInfo.InvariantCulture, $"not done after {limit.TotalSeconds:0} s, and ended")
                : Describe(times[name], await PeakMemory.OfAsync(command));
            Console.WriteLine($"{name, -40} {line}");
        }
    }

    static string Describe(List<TimeSpan> times, long peak) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{times.Min().TotalSeconds:0.00} / {times.Order().ElementAt(times.Count / 2).TotalSeconds:0.00} / {times.Max().TotalSeconds:0.00} s   {peak / 1024.0:0} MiB"
        );

    /// <returns>Null: it was not done in time.</returns>
    static async Task<TimeSpan?> TimeAsync(string[] command, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var exitCode = await Command.RunAsync(command, limit);
        return exitCode switch
        {
            null => null,
            0 => clock.Elapsed,
            _ => throw new BenchmarkException(
                $"'{string.Join(' ', command)}' ended with {exitCode}: run it by hand first."
            ),
        };
    }

    static async Task<bool> IsThereAsync(string program)
    {
        try
        {
            return await Command.RunAsync([program, "--version"]) == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
