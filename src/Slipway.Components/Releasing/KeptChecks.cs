using Serilog;
using Slipway.Components.Caching;
using Slipway.Components.Compatibility;
using Slipway.Releases;
using Slipway.Reporting;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Releasing;

/// <summary>Keeps what a run has judged of its commit, for a release of it later.</summary>
static class KeptChecks
{
    /// <summary>
    /// Nothing is kept of a tree with changes, which is no commit, nor of a run that shipped another commit's image.
    /// </summary>
    /// <param name="part">
    /// Of a run on a build server: what it ran. Jobs on other machines judge the same commit, and each hands on a file of its own.
    /// </param>
    public static void Keep(IHazEnvironments build, RunRecord record, string? part = null)
    {
        if (part is null && record.IsWhollyReplayed && KeptMark.IsUpToDate(build, record))
            return;
        var checks = Of(record, TimeProvider.System.GetUtcNow()).ToList();
        if (checks.Count == 0)
            return;
        try
        {
            if (!build.Revision.IsDirty && IsOfThisCommit(build, record))
            {
                var directory = build.ChecksDirectory;
                CommitChecks.ReadPart(directory, build.Revision.Commit, part).With(checks).Write(directory, part);
            }

            KeptMark.Write(build, record);
        }
        catch (Exception failure) when (ExpectedFailures.Are(failure))
        {
            Log.Warning("What was checked could not be kept for a release: {Why:l}", failure.Message);
        }
    }

    internal static IEnumerable<KeptCheck> Of(RunRecord record, DateTimeOffset now) =>
        [
            .. record.Suites.Select(suite => new KeptCheck(
                CheckList.TestsOf(suite.Name),
                AnswerOf(TestVerdict.Of([suite])),
                Suites.Describe(suite).Item2 ?? "",
                record.Replays.TimeOf(suite, now)
            )),
            .. record.Checks.Select(check => new KeptCheck(
                check.Name,
                AnswerOf(check.Outcome),
                check.Text,
                record.Replays.TimeOf(check, now)
            )
            {
                Version = check.Name is VersionValidation.Name ? record.JudgedVersion?.ToString() : null,
            }),
            .. record.Coverage is { } coverage
                ?
                [
                    new KeptCheck(
                        CheckList.Coverage,
                        AnswerOf(coverage),
                        coverage.Summary,
                        record.Replays.TimeOf(coverage, now)
                    ),
                ]
                : Array.Empty<KeptCheck>(),
        ];

    static bool IsOfThisCommit(IHazEnvironments build, RunRecord record) =>
        record.Plan is not { } plan || plan.Wanted.Commit.Equals(build.Revision.Commit, StringComparison.Ordinal);

    static CheckAnswer AnswerOf(TestVerdict verdict) =>
        verdict switch
        {
            TestVerdict.Passed => CheckAnswer.Passed,
            TestVerdict.Failed => CheckAnswer.Failed,
            _ => CheckAnswer.NotChecked,
        };

    static CheckAnswer AnswerOf(CoverageVerdict verdict) =>
        verdict switch
        {
            CoverageVerdict.NotChecked => CheckAnswer.NotChecked,
            { Holds: true } => CheckAnswer.Passed,
            _ => CheckAnswer.Failed,
        };

    static CheckAnswer AnswerOf(StageOutcome outcome) =>
        outcome switch
        {
            StageOutcome.Succeeded => CheckAnswer.Passed,
            StageOutcome.Failed => CheckAnswer.Failed,
            _ => CheckAnswer.NotChecked,
        };
}
