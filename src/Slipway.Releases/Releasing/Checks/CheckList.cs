using System.Globalization;

namespace Slipway.Releases;

/// <summary>What must be known of a commit before it is released.</summary>
public static class CheckList
{
    public const string Coverage = "Coverage";

    public const string Documents = "Documents";

    static readonly string[] s_single = [Coverage, "Secrets", "Dependencies", Documents];

    /// <summary>A hotfix is out in minutes or not at all: what these tell, the next release from main tells.</summary>
    static readonly string[] s_leftOutOfHotfixes = [Coverage, Documents];

    /// <summary>The name under which a suite's results are kept.</summary>
    public static string TestsOf(string suite) => $"Tests: {suite}";

    /// <param name="kept">What was judged on the commit.</param>
    /// <param name="suites">Test suites that must have run.</param>
    /// <param name="file">Where <paramref name="kept"/> was read, for people.</param>
    /// <param name="others">Answers from elsewhere: the changelog's, the journal's.</param>
    public static IReadOnlyList<ReleaseCheck> Of(
        ReleaseBranch branch,
        CommitChecks kept,
        IReadOnlyList<string> suites,
        string file,
        IEnumerable<ReleaseCheck> others
    ) =>
        [
            .. s_single
                .Select(name => Of(name, kept.Find(name), file))
                .Prepend(Tests(kept, suites, file))
                .Select(check =>
                    branch is not ReleaseBranch.Main && s_leftOutOfHotfixes.Contains(check.Name, StringComparer.Ordinal)
                        ? new ReleaseCheck(check.Name, CheckAnswer.LeftOut, "the expedited list does without it", "")
                        : check
                ),
            .. others,
        ];

    static ReleaseCheck Of(string name, KeptCheck? kept, string file) =>
        kept is null
            ? new(name, CheckAnswer.NotRun, "not run on this commit: './build.sh Verify'", "")
            : new(name, kept.Answer, kept.Detail, Source(file, kept.At));

    /// <summary>The worst of the suites is what is said of the tests.</summary>
    static ReleaseCheck Tests(CommitChecks kept, IReadOnlyList<string> suites, string file)
    {
        if (suites.Count == 0)
            return new("Tests", CheckAnswer.NotChecked, "this build names no suite", "");
        var found = suites.Select(suite => (Suite: suite, Kept: kept.Find(TestsOf(suite)))).ToList();
        var missing = found.Where(one => one.Kept is null).Select(one => one.Suite).ToList();
        if (missing.Count > 0)
            return new(
                "Tests",
                CheckAnswer.NotRun,
                $"{string.Join(", ", missing)} not run on this commit: './build.sh Verify'",
                ""
            );
        foreach (var answer in (CheckAnswer[])[CheckAnswer.Failed, CheckAnswer.NotChecked])
        {
            var such = found.Where(one => one.Kept!.Answer == answer).ToList();
            if (such.Count > 0)
                return new(
                    "Tests",
                    answer,
                    string.Join("; ", such.Select(one => $"{one.Suite}: {one.Kept!.Detail}")),
                    Source(file, such[0].Kept!.At)
                );
        }

        return new("Tests", CheckAnswer.Passed, $"{found.Count} suites", Source(file, found.Max(one => one.Kept!.At)));
    }

    static string Source(string file, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}, {at.UtcDateTime:yyyy-MM-dd HH:mm}Z");
}
