using Serilog;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Workflows.Audit;
using Slipway.Workflows.Nuke;

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
        if (report.Files.Count == 0 && build is not IWorkflows)
        {
            Log.Information("{Check:l}: {Found:l}", Name, AuditCommand.Found(report));
            record.Checks.Add(new ReportCheck(Name, StageOutcome.Skipped, AuditCommand.Found(report)));
            return;
        }

        record.Check(Name, () => Check(build, report));
    }

    static string Check(ICompileBackend build, RepositoryAuditReport report)
    {
        AuditCommand.Say(report);
        if (!report.Holds)
            throw new BuildException($"Workflows: {FindingCount.Of(report.Lines.Count())}, listed above.");
        if (build is IWorkflows stated)
            CheckDrift(stated);
        Log.Information("{Check:l}: {Found:l}", Name, AuditCommand.Found(report));
        return AuditCommand.Found(report);
    }

    static void CheckDrift(IWorkflows build)
    {
        var drifted = WorkflowCommand
            .Generate(build, TargetGraph.Of(build))
            .Where(file => file.Differs)
            .Select(file => file.File)
            .ToList();
        if (drifted.Count > 0)
            throw new BuildException(
                $"{string.Join(", ", drifted)}: not what the build states. ./build.sh Workflows writes it; with --check it shows "
                    + "the difference."
            );
    }
}
