using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Versions;

/// <summary>
/// A linear history in which every tenth commit has an annotated tag, and HEAD is one commit past the last tag, on a
/// feature branch.
/// </summary>
sealed class TaggedRepository : IDisposable
{
    const long Epoch = 1_577_836_800;
    const int CommitsPerTag = 10;

    readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("slipway-versions-");

    public string Path => _directory.FullName;

    public static async Task<TaggedRepository> CreateAsync(int commits)
    {
        var repository = new TaggedRepository();
        await Command.TimeAsync(["git", "-C", repository.Path, "init", "--quiet", "--initial-branch=feature/next"]);
        using var git = Process.Start(
            new ProcessStartInfo("git", ["-C", repository.Path, "fast-import", "--quiet"])
            {
                RedirectStandardInput = true,
                UseShellExecute = false,
            }
        )!;
        git.StandardInput.NewLine = "\n";
        for (var commit = 1; commit <= commits; commit++)
            await WriteCommitAsync(git.StandardInput, "main", commit);
        for (var tag = 1; tag <= commits / CommitsPerTag; tag++)
            await WriteTagAsync(git.StandardInput, tag);
        await WriteCommitAsync(git.StandardInput, "feature/next", commits + 1);
        await git.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"from :{commits}\n"));
        git.StandardInput.Close();
        await git.WaitForExitAsync();
        if (git.ExitCode != 0)
            throw new BenchmarkException("git fast-import did not take the history: run it by hand.");
        return repository;
    }

    public void Dispose() => _directory.Delete(recursive: true);

    static Task WriteCommitAsync(TextWriter stream, string branch, int number)
    {
        var message =
            $"feat(module{number % 50}): change number {number}\n\nThe body says what was changed and why, in a line or two.\nRefs #{number}\n";
        return stream.WriteLineAsync(
            $"commit refs/heads/{branch}\nmark :{number}\nauthor {Person(number)}\ncommitter {Person(number)}\n"
                + $"data {message.Length}\n{message}"
        );
    }

    static Task WriteTagAsync(TextWriter stream, int number) =>
        stream.WriteLineAsync(
            $"tag v{1 + number / 5000}.{number / 10 % 500}.{number % 10}\nfrom :{number * CommitsPerTag}\n"
                + $"tagger {Person(number * CommitsPerTag)}\ndata 8\nRelease\n"
        );

    static string Person(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Test <test@example.org> {Epoch + number * 60L} +0000");
}
