using Nuke.Common;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests.Support;

/// <summary>
/// A build whose targets stay away when they can: a means, a check that needs it, a measurement of what the check found, a
/// target that ships. What they do depends on the files in <c>src</c>. Each leaves its name in <c>ran.txt</c>.
/// </summary>
[ResultCache]
sealed class CachedBuild : NukeBuild, IHazCache
{
    [Parameter("How much is enough")]
    public string? Level { get; set; }

    /// <summary>To be called by the program's <c>Main</c>.</summary>
    public static int Run() => Execute<CachedBuild>(build => build.All);

    Target Prepare =>
        _ =>
            _.Cached(this, _ => _.IsOnlyAMeans().Files("src/**").Leaves("made/**"))
                .Executes(() => Do(nameof(Prepare), "made/program", "compiled"));

    Target Check =>
        _ =>
            _.DependsOn(Prepare)
                .Cached(this, _ => _.Files("src/**").Variables("SAMPLE_*").Produces("results/**").Unless(Objection))
                .Executes(() =>
                {
                    Do(nameof(Check), "results/check.txt", "checked");
                    Find();
                    ReportSummary(_ => _.With("Passed", "3"));
                    // The word under which NUKE itself keeps why a target is skipped.
                    if (Has("src/counts"))
                        ReportSummary(_ => _.With("Skipped", "0"));
                });

    Target Measure =>
        _ =>
            _.DependsOn(Check)
                .Cached(this, _ => _.TakesFrom(nameof(Check)).Parameter(() => Level))
                .Executes(() =>
                {
                    Do(nameof(Measure));
                    RunRecord.Of(this).Coverage = CoverageVerdict.Of(
                        new CoverageReport([new FileCoverage("src/a", RunRecord.Of(this).Suites.Count, 1)]),
                        0
                    );
                });

    Target All => _ => _.DependsOn(Check, Measure);

    /// <summary>Changes something: it always runs.</summary>
    Target Ship => _ => _.DependsOn(All).Executes(() => Do(nameof(Ship)));

    Target Use => _ => _.DependsOn(Prepare).Executes(() => Do(nameof(Use)));

    /// <summary>What is first of all, and says no.</summary>
    Target Refuse => _ => _.Before(Prepare).Executes(() => throw new BuildException("It goes nowhere."));

    Target Show =>
        _ =>
            _.After(Check, Measure)
                .Executes(() =>
                {
                    var record = RunRecord.Of(this);
                    foreach (var suite in record.Suites)
                        Console.WriteLine($"suite={suite.Name} {suite.Passed}{record.Replays.NoteOf(suite)}");
                    foreach (var check in record.Checks)
                        Console.WriteLine($"check={check.Name} {check.Text}{record.Replays.NoteOf(check)}");
                    Console.WriteLine($"coverage={record.Coverage?.Summary}");
                });

    string? Objection() => Has("src/objection") ? "its service cannot be known" : null;

    void Find()
    {
        var record = RunRecord.Of(this);
        if (Has("src/fails"))
            throw new BuildException("It does not hold.");
        TestSkip[] skips = Has("src/skips") ? [new TestSkip("there is no server", 1)] : [];
        record.Suites.Add(new TestSuite("unit", 3, skips.Length, [], TimeSpan.Zero) { Skips = skips });
        record.Checks.Add(new ReportCheck("Form", StageOutcome.Succeeded, "good"));
        if (Has("src/passing"))
            record.WhyNotToKeep = "nobody answered";
        if (Has("src/changes"))
            File.AppendAllText(RootDirectory / "src" / "changes", "more");
    }

    static bool Has(string file) => File.Exists(RootDirectory / file);

    static void Do(string target, string? file = null, string? content = null)
    {
        File.AppendAllText(RootDirectory / "ran.txt", $"{target}\n");
        if (file is null)
            return;
        Directory.CreateDirectory((RootDirectory / file).Parent);
        File.WriteAllText(RootDirectory / file, content);
    }
}
