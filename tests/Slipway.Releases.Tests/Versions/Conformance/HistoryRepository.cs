using System.Diagnostics;
using Slipway.Testing;

namespace Slipway.Releases.Tests;

/// <summary>A real repository with a scripted history.</summary>
sealed class HistoryRepository : IDisposable
{
    readonly TempDirectory _directory = new();

    HistoryRepository() { }

    public string Path => _directory.Path;

    /// <param name="script">See <see cref="HistoryScript"/>.</param>
    /// <param name="configuration">What stands in GitVersion.yml; null: there is none.</param>
    public static async Task<HistoryRepository> CreateAsync(string script, string? configuration = null)
    {
        var history = HistoryScript.Read(script);
        var repository = new HistoryRepository();
        await repository.GitAsync("", "init", "--quiet", "--initial-branch", history.Head ?? "main");
        var marks = System.IO.Path.Combine(repository.Path, ".git", "marks");
        await repository.GitAsync(history.Stream, "fast-import", "--quiet", "--force", $"--export-marks={marks}");
        if (history.Head is null)
        {
            var lines = await File.ReadAllLinesAsync(marks);
            var commit = lines
                .Single(line => line.StartsWith($":{history.Mark} ", StringComparison.Ordinal))
                .Split(' ')[1];
            repository._directory.Write(".git/HEAD", commit + "\n");
        }
        if (configuration is not null)
            repository._directory.Write("GitVersion.yml", configuration);
        return repository;
    }

    public void Write(string file, string content) => _directory.Write(file, content);

    public async Task<CalculatedVersion> CalculateAsync(Func<string, string?>? environment = null) =>
        await VersionCalculation.RunAsync(new VersionRequest(Path) { Environment = environment ?? (_ => null) });

    public void Dispose() => _directory.Dispose();

    async Task GitAsync(string input, params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = Path,
                RedirectStandardInput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var error = git.StandardError.ReadToEndAsync();
        await git.StandardInput.WriteAsync(input);
        git.StandardInput.Close();
        await git.WaitForExitAsync();
        if (git.ExitCode != 0)
            throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {await error}");
    }
}
