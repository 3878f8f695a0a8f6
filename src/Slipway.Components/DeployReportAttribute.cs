using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;
using Slipway.Components.Caching;
using Slipway.Components.Releasing;
using Slipway.Reporting;
using Slipway.Reporting.Html;

namespace Slipway.Components;

/// <summary>
/// On a build that deploys: writes <c>artifacts/reports/deploy.html</c> at the end of a run that was asked to deploy,
/// <c>release.html</c> at the end of one that was asked to release, and prints the one command that goes on as the last thing on the screen.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeployReportAttribute
    : BuildExtensionAttributeBase,
        IOnTargetRunning,
        IOnTargetSkipped,
        IOnTargetSucceeded,
        IOnTargetFailed,
        IOnBuildFinished
{
    static readonly string[] Deploying =
    [
        nameof(IDeploy.Deploy),
        nameof(IApprove.Approve),
        nameof(IRollback.Rollback),
        nameof(ISwap.Swap),
    ];

    readonly List<ReportStage> _targets = [];

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public void OnTargetRunning(ExecutableTarget target) =>
        _targets.Add(new ReportStage(target.Name, 0, Now, Finished: null, Outcome: null));

    /// <summary>One that was not run again is a part of what the page tells.</summary>
    public void OnTargetSkipped(ExecutableTarget target)
    {
        if (RunRecord.Of(Build).Replays.Since(target.Name) is { } since)
            _targets.Add(new ReportStage(target.Name, 0, Now, Now, StageOutcome.Succeeded, Replays.Unchanged(since)));
    }

    public void OnTargetSucceeded(ExecutableTarget target) => End(target, StageOutcome.Succeeded);

    public void OnTargetFailed(ExecutableTarget target) => End(target, StageOutcome.Failed);

    public void OnBuildFinished()
    {
        var record = RunRecord.Of(Build);
        if (Build is IHazEnvironments build && _targets.Count > 0)
        {
            if (IsAsked(build, Deploying))
                Write(build, record, "deploy.html");
            if (IsAsked(build, nameof(IRelease.Release)))
                Write(build, record, "release.html", ofRelease: true);
        }

        if (Build is IHazEnvironments checkedBuild)
            KeptChecks.Keep(checkedBuild, record, NukeBuild.IsServerBuild ? Part : null);
        if (record.NextCommand is { } command)
            Console.WriteLine($"\nTo go on:\n\n    {command}\n");
    }

    string Part => string.Join('-', Build.InvokedTargets.Select(target => target.Name));

    /// <summary>A run that failed before it came to deploy has a page too, instead of the one of an earlier run.</summary>
    static bool IsAsked(IHazEnvironments build, params string[] targets) =>
        build.InvokedTargets.Any(target => targets.Contains(target.Name, StringComparer.Ordinal));

    void End(ExecutableTarget target, StageOutcome outcome)
    {
        var index = _targets.FindLastIndex(stage => string.Equals(stage.Title, target.Name, StringComparison.Ordinal));
        if (index >= 0)
            _targets[index] = _targets[index] with { Finished = Now, Outcome = outcome };
    }

    /// <summary>A report that cannot be made is said and fails nothing: the deployment is what counts.</summary>
    void Write(IHazEnvironments build, RunRecord record, string name, bool ofRelease = false)
    {
        var page = build.ReportsDirectory / name;
        try
        {
            var model = ofRelease
                ? ReportModel.OfRelease(build, record, Stages(record))
                : ReportModel.Of(build, record, Stages(record));
            DeployReport.Write(model, page);
            Log.Information("Report: {Page:l}", build.Shown(page));
        }
        catch (Exception failure) when (ExpectedFailures.Are(failure))
        {
            Log.Warning("The report could not be written: {Why:l}", failure.Message);
        }
    }

    /// <summary>Targets with the stages of their work below them, as they followed each other.</summary>
    List<ReportStage> Stages(RunRecord record) =>
        [
            .. _targets
                .Select(target =>
                    target.Finished is null ? target with { Finished = Now, Outcome = StageOutcome.Failed } : target
                )
                .Concat(record.Stages)
                .OrderBy(stage => stage.Started)
                .ThenBy(stage => stage.Depth),
        ];
}
