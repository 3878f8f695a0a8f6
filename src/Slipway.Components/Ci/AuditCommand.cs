using Serilog;
using Slipway.Components.Changelogs;
using Slipway.Workflows.Audit;

namespace Slipway.Components.Ci;

/// <summary>The audit of a repository's workflows.</summary>
static class AuditCommand
{
    /// <exception cref="BuildException">There are findings; all of them are logged.</exception>
    public static void Run(IHazJson build)
    {
        var report = RepositoryAudit.Run(build.RootDirectory);
        if (build.Json)
            JsonOutput.Write(ReportJson.Write(AuditJson.Of(report)));
        Say(report);
        build.ReportSummary(_ =>
            report.Files.Count == 0
                ? _.With("Workflows", "not checked")
                : _.With("Workflows", $"{report.Files.Count}").With("Findings", $"{report.Lines.Count()}")
        );
        if (!report.Holds)
            throw new BuildException($"Workflows: {FindingCount.Of(report.Lines.Count())}, listed above.");
        Log.Information("{Found:l}", Capitalized(Found(report)));
    }

    /// <summary>Logs each finding, and what was not looked at.</summary>
    public static void Say(RepositoryAuditReport report)
    {
        foreach (var line in report.Lines)
            Log.Error("{Finding:l}", line);
        foreach (var action in report.NotChecked)
            Log.Warning("{File:l}: not checked: the audit reads workflows, no composite actions", action);
    }

    public static string Found(RepositoryAuditReport report) =>
        report.Files.Count == 0
            ? "not checked: there is no workflow in .github/workflows"
            : $"{report.Files.Count} workflows, no findings";

    static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>An audit for a program.</summary>
/// <param name="Verdict"><c>findings</c>, <c>none</c> or <c>not-checked</c>.</param>
sealed record AuditJson(
    string Verdict,
    IReadOnlyList<string> Files,
    IReadOnlyList<AuditJson.Entry> Findings,
    IReadOnlyList<string> Unreadable,
    IReadOnlyList<string> NotChecked
)
{
    /// <param name="Line">From 1; null: the place is not in the file.</param>
    internal sealed record Entry(
        string File,
        int? Line,
        int? Column,
        string Rule,
        string Path,
        string Message,
        string Remedy
    );

    public static AuditJson Of(RepositoryAuditReport report) =>
        new(
            !report.Holds ? "findings"
                : report.Files.Count == 0 ? "not-checked"
                : "none",
            report.Files,
            [
                .. report.Findings.Select(finding => new Entry(
                    finding.File,
                    finding.At?.Line,
                    finding.At?.Column,
                    finding.Rule,
                    finding.Path,
                    finding.Message,
                    finding.Remedy
                )),
            ],
            report.Unreadable,
            report.NotChecked
        );
}
