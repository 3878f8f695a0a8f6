using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Changelog;

/// <summary>A repository of conventional commits with evenly spread annotated tags, made by <c>git fast-import</c>.</summary>
sealed class SampleHistory : IDisposable
{
    static readonly string[] Types = ["feat", "fix", "docs", "refactor", "perf", "chore", "test"];

    readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("slipway-history-");

    SampleHistory(int commits, int tags) => (Commits, Tags) = (commits, tags);

    public int Commits { get; }

    public int Tags { get; }

    public string Path => _directory.FullName;

    public static async Task<SampleHistory> CreateAsync(int commits, int tags)
    {
        var history = new SampleHistory(commits, tags);
        await Command.TimeAsync(["git", "init", "--quiet", "--initial-branch=main", history.Path]);
        using var import = Process.Start(
            new ProcessStartInfo("git", ["-C", history.Path, "fast-import", "--quiet"])
            {
                RedirectStandardInput = true,
                UseShellExecute = false,
            }
        )!;
        for (var number = 1; number <= commits; number++)
            await import.StandardInput.WriteAsync(history.CommitOf(number));
        import.StandardInput.Close();
        await import.WaitForExitAsync();
        if (import.ExitCode != 0)
            throw new BenchmarkException("git fast-import failed: its reason stands above.");
        // Where NUKE finds the root of a build.
        Directory.CreateDirectory(System.IO.Path.Combine(history.Path, ".nuke"));
        return history;
    }

    public void Dispose() => _directory.Delete(recursive: true);

    string CommitOf(int number)
    {
        var who = string.Create(
            CultureInfo.InvariantCulture,
            $"Person {number % 40} <person{number % 40}@example.org> {1_600_000_000 + number * 60} +0000"
        );
        var scope = number % 3 == 0 ? "api" : "db";
        var mark = number % 97 == 0 ? "!" : "";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{Types[number % 7]}({scope}){mark}: change number {number} of the service (#{number})\n\nWhat it does and why, in a sentence or two of some length.\n\nRefs: #{number}\n"
        );
        var commit = string.Create(
            CultureInfo.InvariantCulture,
            $"commit refs/heads/main\nmark :{number}\nauthor {who}\ncommitter {who}\ndata {message.Length}\n{message}\n"
        );
        var every = Commits / Tags;
        var release = number / every;
        return number % every != 0
            ? commit
            : commit
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"tag v{release / 100}.{release % 100}.0\nfrom :{number}\ntagger {who}\ndata 8\nRelease\n\n"
                );
    }
}
