using System.Runtime.CompilerServices;
using Nuke.Common;
using Serilog;
using Slipway.Components.Caching;
using Slipway.Delivery.Plans;
using Slipway.Images;
using Slipway.Releases;
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

    readonly Replays _replays = new();
    readonly List<TestSuite> _suites = [];
    readonly List<ReportCheck> _checks = [];
    CoverageVerdict? _coverage;
    BuiltImage? _image;

    public List<TestSuite> Suites => Complete()._suites;

    /// <summary>The version that <c>ValidateVersion</c> has judged; null: it did not run.</summary>
    public SemanticVersion? JudgedVersion { get; set; }

    public List<ReportCheck> Checks => Complete()._checks;

    public CoverageVerdict? Coverage
    {
        get => Complete()._coverage;
        set => Complete()._coverage = value;
    }

    /// <summary>Whose code the suites that ran are meant to cover; null: the backend's.</summary>
    public CoverageFilter? Covered { get; set; }

    public BuiltImage? Image
    {
        get => Complete()._image;
        set => Complete()._image = value;
    }

    /// <summary>
    /// Why what the running target finds is no proof for later runs: something that no input tells, such as a service that
    /// did not answer. Null: it is one.
    /// </summary>
    public string? WhyNotToKeep { get; set; }

    /// <summary>What targets found that were not run again.</summary>
    public Replays Replays => _replays;

    /// <summary>Nothing in it comes from this run itself.</summary>
    public bool IsWhollyReplayed =>
        _replays.Keys.Count > 0 && !_replays.AreTakenOver && _suites.Count + _checks.Count == 0 && _coverage is null;

    public Plan? Plan { get; set; }

    /// <summary>Null: nothing was to be released.</summary>
    public ReleaseRecord? Release { get; set; }

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

    /// <summary>Runs a check of something that not every backend has.</summary>
    /// <param name="subject">What is checked; null: there is none.</param>
    /// <param name="whyNot">Why there is none, in a few words.</param>
    /// <inheritdoc cref="Check(string, Func{string})"/>
    public void Check<T>(string name, T? subject, string whyNot, Func<T, string> check)
        where T : class
    {
        var found = "";
        if (subject is null)
            Checks.Add(new ReportCheck(name, StageOutcome.Skipped, found = $"not checked: {whyNot}"));
        else
            Check(name, () => found = check(subject));
        Log.Information("{Check:l}: {Found:l}", name, found);
    }

    /// <summary>Where it stands, before a target runs.</summary>
    public RecordMark Mark() => new(Suites.Count, Checks.Count, Coverage, Image);

    /// <summary>What was added since.</summary>
    public Findings Since(RecordMark mark) =>
        new()
        {
            Suites = [.. Suites.Skip(mark.Suites)],
            Checks = [.. Checks.Skip(mark.Checks)],
            Coverage = ReferenceEquals(Coverage, mark.Coverage) ? null : KeptCoverage.Of(Coverage),
            Image = ReferenceEquals(Image, mark.Image) ? null : KeptImage.Of(Image),
        };

    /// <summary>With what was found by targets that were not run again: it is read when somebody asks.</summary>
    RunRecord Complete()
    {
        foreach (var findings in _replays.TakeOver())
        {
            _suites.AddRange(findings.Suites);
            _checks.AddRange(findings.Checks);
            _coverage = findings.Coverage?.ToVerdict() ?? _coverage;
            _image = findings.Image?.ToImage() ?? _image;
        }

        return this;
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

/// <summary>What was to be released.</summary>
/// <param name="Checks">Empty: the release was decided before.</param>
sealed record ReleaseRecord(ReleaseProspect Prospect, IReadOnlyList<ReleaseCheck> Checks)
{
    /// <summary>Where it is published; null: it is not yet.</summary>
    public Uri? Page { get; init; }
}
