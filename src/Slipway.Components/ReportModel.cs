using Slipway.Components.Releasing;
using Slipway.Components.Shipping;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;
using Slipway.Images;
using Slipway.Releases;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components;

/// <summary>What a run found, as the report's page wants it.</summary>
static class ReportModel
{
    static readonly Dictionary<string, string> s_none = new(StringComparer.Ordinal);

    public static DeployReportModel Of(IHazEnvironments build, RunRecord record, IReadOnlyList<ReportStage> stages)
    {
        var status = StatusCommand.ReportAsync(build).GetAwaiter().GetResult();
        var outcome =
            build.IsFailing ? StageOutcome.Failed
            : record.NextCommand is null ? StageOutcome.Succeeded
            : StageOutcome.Waiting;
        return new DeployReportModel
        {
            Title = $"{string.Join(" ", build.InvokedTargets.Select(target => target.Name))} {build.Backend.Name}",
            Outcome = outcome,
            Started = stages[0].Started,
            Finished = stages.Max(stage => stage.Finished ?? stage.Started),
            Detail = outcome == StageOutcome.Failed ? WhyFailed(stages) : null,
            Version = record.Plan?.Wanted.Version ?? build.Revision.Version,
            Commit = record.Plan?.Wanted.Commit ?? build.Revision.Commit,
            Branch = IsOfThisCommit(build, record.Plan) ? build.Revision.Branch : null,
            Stages = stages,
            Tests =
                record.Suites.Count == 0
                    ? null
                    : [.. record.Suites.Select(suite => Of(suite, record.Replays.NoteOf(suite)))],
            Coverage = Of(record.Coverage),
            Checks =
                record.Checks.Count == 0
                    ? null
                    :
                    [
                        .. record.Checks.Select(check =>
                            check with
                            {
                                Text = check.Text + record.Replays.NoteOf(check),
                            }
                        ),
                    ],
            Image = record.Image is { } image ? Of(image, build.Store) : null,
            Plan = record.Plan is { } plan ? Of(plan) : null,
            Environments = [.. status.Environments.Select(Of)],
            NextCommand = record.NextCommand,
        };
    }

    public static DeployReportModel OfRelease(
        IHazEnvironments build,
        RunRecord record,
        IReadOnlyList<ReportStage> stages
    )
    {
        var prospect = record.Release?.Prospect;
        var model = Of(build, record, stages);
        var against = record.Release is { } asked ? Against(asked) : [];
        return model with
        {
            Detail = against switch
            {
                [] => model.Detail,
                [var only] => $"Nothing was changed: {only}",
                _ => $"Nothing was changed: {against.Count} reasons stand against it, each below.",
            },
            IsRelease = true,
            Version = prospect?.Version.ToString(),
            Commit = prospect?.World.Base ?? build.Revision.Commit,
            Page = record.Release?.Page,
            Checks = record.Release is { } release
                ?
                [
                    .. release.Prospect.Refusals.Select(refusal => new ReportCheck(
                        "Refused",
                        StageOutcome.Failed,
                        refusal.ToString()
                    )),
                    .. release.Checks.Select(Of),
                ]
                : null,
            Image = prospect?.Image is { } image
                ? new ReportImage(
                    image.Reference ?? build.Backend.Name,
                    image.Digest,
                    Labels(build.Store, image.Digest)
                )
                : null,
        };
    }

    static IReadOnlyList<string> Against(ReleaseRecord release) =>
        [.. release.Prospect.Refusals.Select(refusal => refusal.ToString()), .. CheckTable.Reasons(release.Checks)];

    static ReportCheck Of(ReleaseCheck check) =>
        new(
            check.Name,
            check.Answer switch
            {
                CheckAnswer.Passed => StageOutcome.Succeeded,
                CheckAnswer.Failed or CheckAnswer.NotRun => StageOutcome.Failed,
                _ => StageOutcome.Skipped,
            },
            check.Detail
        );

    /// <summary>An approval or a rollback ships what was built before, from whichever commit is checked out now.</summary>
    static bool IsOfThisCommit(IHazEnvironments build, Plan? plan) =>
        plan is null || string.Equals(plan.Wanted.Commit, build.Revision.Commit, StringComparison.Ordinal);

    /// <summary>The innermost stage that failed tells the most.</summary>
    static string? WhyFailed(IReadOnlyList<ReportStage> stages) =>
        stages.Where(stage => stage.Outcome == StageOutcome.Failed).MaxBy(stage => stage.Depth) is { } failed
            ? string.Join(": ", new[] { $"{failed.Title} failed", failed.Detail }.OfType<string>())
            : null;

    static ReportSuite Of(TestSuite suite, string note) =>
        new(
            suite.Name + note,
            suite.Passed,
            suite.Skipped,
            suite.Duration,
            [.. suite.Failures.Select(failure => new ReportFailure(failure.Name, failure.Message))]
        );

    static ReportCoverage? Of(CoverageVerdict? verdict) =>
        verdict switch
        {
            CoverageVerdict.Met met => Of(met.Report, met.Threshold),
            CoverageVerdict.Below below => Of(below.Report, below.Threshold),
            _ => null,
        };

    static ReportCoverage Of(CoverageReport report, double threshold) =>
        new(threshold, [.. report.WorstFirst.Select(file => new ReportFile(file.File, file.Covered, file.Lines))]);

    static ReportImage Of(BuiltImage image, OciStore store) =>
        new(
            image.Reference.ToString(),
            image.Digest.ToString(),
            Labels(store, image.Digest.ToString()),
            image.LayersSize
        );

    static IReadOnlyList<KeyValuePair<string, string>> Labels(OciStore store, string digest) =>
        store.List().Any(stored => stored.Digest.ToString().Equals(digest, StringComparison.Ordinal))
            ? [.. store.ReadConfiguration(Digest.Parse(digest)).Config?.Labels ?? s_none]
            : [];

    static ReportPlan Of(Plan plan) =>
        new(
            plan.Environment,
            plan.Digest,
            plan.Strategy,
            PlanText.From(plan),
            plan.Wanted.ToString(),
            [
                .. plan.Steps.Select(
                    (step, index) =>
                        new ReportStep(step.Title, index == plan.PointOfNoReturn ? "users notice from here" : null)
                ),
            ]
        );

    static ReportEnvironment Of(EnvironmentStatus environment) =>
        new(
            environment.Name,
            environment.Platform,
            environment.Slots.Count == 0 ? null : environment.Url.ToString(),
            environment.State,
            [
                .. environment.Slots.Select(slot => new ReportSlot(
                    slot.Name,
                    slot.Version,
                    slot.Digest,
                    slot.Traffic,
                    slot.Healthy,
                    slot.Instances
                )),
            ]
        );
}
