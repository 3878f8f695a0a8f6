using System.Text.Json;
using System.Text.RegularExpressions;
using Nuke.Common.IO;
using Serilog;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Components;

/// <summary>
/// Results of suites that ran in another run of the build: in another job of a workflow, on another machine. A file beside
/// them says of which commit they are, so that what an earlier run left is never taken for this commit's.
/// </summary>
static class SuiteResults
{
    const string MarkFile = "run.json";

    /// <summary>Says of which commit the results of these suites are; nothing is said of a tree with changes.</summary>
    public static void Sign(ICompileBackend build, IEnumerable<Suite> suites)
    {
        if (build.Revision.IsDirty)
            return;
        foreach (var suite in suites)
            Write(build, suite.Name);
    }

    /// <summary>
    /// The same for results of another commit that hold for this one, its files being the same: once, for asking git takes
    /// longer than all else that a run does in which nothing has changed.
    /// </summary>
    public static void SignAnew(ICompileBackend build, IReadOnlyList<Suite> suites)
    {
        var head = GitFiles.Find(build.RootDirectory)?.Head().Split(' ').FirstOrDefault(word => word.Length >= 40);
        foreach (var suite in suites)
        {
            // As text: it is only asked whether it is the same, and reading JSON takes as long as asking git.
            var mark = MarkOf(build, suite.Name);
            var text = File.Exists(mark) ? File.ReadAllText(mark) : "";
            if (
                head is not null
                && text.Contains($"\"{head}\"", StringComparison.Ordinal)
                && text.Contains($"\"{build.RootDirectory}\"", StringComparison.Ordinal)
            )
                continue;
            File.Delete(mark);
            Sign(build, [suite]);
        }
    }

    /// <summary>
    /// The coverage of suites that this run has not run itself, of this commit alone. Its paths are made to lead into this
    /// root: where the other run's repository lay is nobody's business here.
    /// </summary>
    public static IReadOnlyList<AbsolutePath> CoverageOf(ICompileBackend build, IEnumerable<Suite> suites)
    {
        var ran = RunRecord.Of(build).Suites.Select(suite => suite.Name).ToHashSet(StringComparer.Ordinal);
        return [.. suites.Select(suite => suite.Name).Where(name => !ran.Contains(name)).SelectMany(Adopt)];

        IEnumerable<AbsolutePath> Adopt(string suite)
        {
            if (Read(build, suite) is not { } run || build.Revision.IsDirty || !Is(run.Commit, build.Revision.Commit))
                return [];
            var files = CoverageFiles(build, suite);
            if (!Is(run.Root, build.RootDirectory))
            {
                foreach (var file in files)
                    File.WriteAllText(file, Moved(File.ReadAllText(file), run.Root, build.RootDirectory));
                Write(build, suite);
            }

            if (files.Count > 0)
                Log.Information("{Suite:l} ran on this commit already: its coverage counts", suite);
            return files;
        }
    }

    public static IReadOnlyList<AbsolutePath> CoverageFiles(IHazResults build, string suite) =>
        [.. (build.TestResultsDirectory / suite).GlobFiles("**/coverage.cobertura.xml")];

    /// <summary>Paths in a coverage file may lack their first slash: coverlet takes what they have in common out of them.</summary>
    internal static string Moved(string coverage, string from, string to) =>
        Regex.Replace(
            coverage,
            $"(?<=[\">/]){Regex.Escape(from.Trim('/'))}(?=[/<\"])",
            to.Trim('/').Replace("$", "$$", StringComparison.Ordinal),
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10)
        );

    static void Write(ICompileBackend build, string suite)
    {
        var run = new SuiteRun(build.Revision.Commit, build.RootDirectory);
        File.WriteAllText(MarkOf(build, suite), JsonSerializer.Serialize(run, JsonSerializerOptions.Web));
    }

    /// <summary>Null: nobody said, or not in a way that is understood.</summary>
    static SuiteRun? Read(IHazResults build, string suite)
    {
        try
        {
            return JsonSerializer.Deserialize<SuiteRun>(
                File.ReadAllText(MarkOf(build, suite)),
                JsonSerializerOptions.Web
            );
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    static AbsolutePath MarkOf(IHazResults build, string suite) => build.TestResultsDirectory / suite / MarkFile;

    static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    /// <param name="Root">Where the repository lay that was tested.</param>
    sealed record SuiteRun(string? Commit, string Root);
}
