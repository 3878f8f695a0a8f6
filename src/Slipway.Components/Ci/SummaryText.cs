using System.Globalization;
using Slipway.Delivery.Environments;
using Slipway.Reporting;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Ci;

/// <summary>
/// What a run found, as GitHub's Markdown. Messages of tests and tools are left out: nobody knows what they hold, and a
/// summary is kept longer than a log.
/// </summary>
static class SummaryText
{
    const int ShownFailures = 50;

    /// <param name="title">The targets that were asked for.</param>
    /// <param name="environments">Tells of a plan who must approve it; null: this build has no environments.</param>
    public static string Of(string title, RunRecord record, bool isFailing, IHazEnvironments? environments = null) =>
        string.Join(
            "\n\n",
            new[]
            {
                $"### {MarkdownTable.Text(title)}{(isFailing ? " failed" : "")}",
                Tests(record),
                Failures(record.Suites),
                Checks(record),
                Image(record),
                Served(record.Served),
                record.Plan is { } plan ? PlanSummary.Of(plan, SpecOf(environments, plan.Environment)) : null,
                record.NextCommand is { } command ? $"To go on:\n\n```\n{command}\n```" : null,
            }
                .OfType<string>()
                .Select(part => part.TrimEnd('\n'))
        ) + "\n";

    static string? Tests(RunRecord record)
    {
        var table = new MarkdownTable("tests", "answer", "#passed", "#failed", "#skipped", "#seconds");
        foreach (var suite in record.Suites)
        {
            table.Add(
                suite.Name + record.Replays.NoteOf(suite),
                TestVerdict.Of([suite]) switch
                {
                    TestVerdict.Passed => "passed",
                    TestVerdict.Failed => "failed",
                    _ => "not checked",
                },
                suite.Passed,
                suite.Failed,
                suite.Skipped,
                suite.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)
            );
        }

        return table.IsEmpty ? null : table.ToString();
    }

    static string? Failures(IReadOnlyList<TestSuite> suites)
    {
        var names = suites.SelectMany(suite => suite.Failures).Select(failure => failure.Name).ToList();
        if (names.Count == 0)
            return null;
        var more = names.Count > ShownFailures ? $"\n- and {names.Count - ShownFailures} more" : "";
        return string.Join('\n', names.Take(ShownFailures).Select(name => $"- {MarkdownTable.Text(name)}")) + more;
    }

    static string? Checks(RunRecord record)
    {
        var table = new MarkdownTable("check", "answer", "what");
        foreach (var check in record.Checks)
        {
            table.Add(
                check.Name,
                check.Outcome switch
                {
                    StageOutcome.Succeeded => "passed",
                    StageOutcome.Failed => "failed",
                    _ => "not checked",
                },
                check.Text + record.Replays.NoteOf(check)
            );
        }

        if (record.Coverage is { } coverage)
        {
            var answer =
                !coverage.Holds ? "failed"
                : coverage is Verification.Coverage.CoverageVerdict.NotChecked ? "not checked"
                : "passed";
            table.Add("Coverage", answer, coverage.Summary);
        }

        return table.IsEmpty ? null : table.ToString();
    }

    static string? Image(RunRecord record) =>
        record.Image is { } image
            ? new MarkdownTable("image", "digest", "#MB")
                .Add(
                    MarkdownTable.Code(image.Reference.ToString()),
                    MarkdownTable.Code(image.Digest.ToString()),
                    (image.LayersSize / 1e6).ToString("0.0", CultureInfo.InvariantCulture)
                )
                .ToString()
            : null;

    static string? Served(IReadOnlyList<ServedRevision> served)
    {
        var table = new MarkdownTable("environment", "serves", "address");
        foreach (var one in served)
            table.Add(one.Environment, one.Revision, MarkdownTable.Link(one.Url));
        return table.IsEmpty ? null : table.ToString();
    }

    static EnvironmentSpec? SpecOf(IHazEnvironments? build, string name) =>
        build?.Environments.FirstOrDefault(spec => spec.Name.Equals(name, StringComparison.Ordinal));
}
