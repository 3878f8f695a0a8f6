using System.Runtime.CompilerServices;
using Nuke.Common;
using Slipway.Delivery.Plans;
using Slipway.Images;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Reporting.Terminal;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components;

/// <summary>
/// What this run of the build has found so far, for the targets that judge it and the report that shows it. Components
/// are interfaces and have no fields, so it is kept beside the build.
/// </summary>
sealed class RunRecord
{
    static readonly ConditionalWeakTable<INukeBuild, RunRecord> Records = [];

    public List<TestSuite> Suites { get; } = [];

    public List<ReportCheck> Checks { get; } = [];

    public CoverageVerdict? Coverage { get; set; }

    /// <summary>Whose code the suites that ran are meant to cover; null: the backend's.</summary>
    public CoverageFilter? Covered { get; set; }

    public BuiltImage? Image { get; set; }

    public Plan? Plan { get; set; }

    public string? NextCommand { get; set; }

    /// <summary>What was found to serve, in the order of the environments.</summary>
    public List<ServedRevision> Served { get; } = [];

    /// <summary>Stages of long work that is over, with the times at which it happened.</summary>
    public List<ReportStage> Stages { get; } = [];

    public static RunRecord Of(INukeBuild build) => Records.GetValue(build, _ => new RunRecord());

    /// <summary>Runs a check and keeps its judgment for the report, a failed one too.</summary>
    /// <param name="check">Answers what was found, in a few words; throws when it does not hold.</param>
    public void Check(string name, Func<string> check)
    {
        try
        {
            Checks.Add(new ReportCheck(name, StageOutcome.Succeeded, check()));
        }
        catch (Exception failure)
        {
            Checks.Add(new ReportCheck(name, StageOutcome.Failed, failure.Message));
            throw;
        }
    }

    /// <param name="isPart">Its target does other work too, so the work's own title stands above its stages.</param>
    public void Keep(RunState finished, bool isPart)
    {
        if (isPart)
            Stages.Add(new ReportStage(finished.Title, 1, finished.Started, finished.Finished, finished.Outcome));
        var depth = isPart ? 2 : 1;
        Stages.AddRange(ReportStages.Of(finished).Select(stage => stage with { Depth = stage.Depth + depth }));
    }
}

/// <param name="Revision">Version and digest, for a person.</param>
sealed record ServedRevision(string Environment, string Revision, Uri Url);
