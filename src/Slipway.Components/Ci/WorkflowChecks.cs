using Serilog;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Workflows.Audit;

namespace Slipway.Components.Ci;

/// <summary>The repository's workflows, as <c>Lint</c> judges them.</summary>
static class WorkflowChecks
{
    const string Name = "Workflows";

    /// <exception cref="BuildException">There are findings; they are logged.</exception>
    public static void Run(ICompileBackend build)
    {
        var record = RunRecord.Of(build);
        var report = RepositoryAudit.Run(build.RootDirectory);
        if (report.Files.Count == 0)
        {
            Log.Information("{Check:l}: {Found:l}", Name, AuditCommand.Found(report));
            record.Checks.Add(new ReportCheck(Name, StageOutcome.Skipped, AuditCommand.Found(report)));
            return;
        }

        record.Check(Name, () => Check(report));
    }

    static string Check(RepositoryAuditReport report)
    {
        AuditCommand.Say(report);
        if (!report.Holds)
            throw new BuildException($"Workflows: {report.Lines.Count()} findings, listed above.");
        Log.Information("{Check:l}: {Found:l}", Name, AuditCommand.Found(report));
        return AuditCommand.Found(report);
    }
}
