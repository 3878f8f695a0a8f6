using System.Globalization;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Verification.Dependencies;
using Slipway.Verification.Secrets;

namespace Slipway.Components;

/// <summary>What a scan found, as the report shows it.</summary>
static class ScanChecks
{
    public static ReportCheck Of(SecretScan scan) =>
        new(
            "Secrets",
            scan.Findings.Count == 0 ? StageOutcome.Succeeded : StageOutcome.Failed,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(scan.Findings.Count == 0 ? "none" : scan.Findings.Count)} in {scan.Files} tracked files"
            ) + (scan.TooLarge.Count == 0 ? "" : $"; too large and not read: {string.Join(", ", scan.TooLarge)}")
        );

    public static ReportCheck Of(AuditJudgment audit) =>
        new(
            "Dependencies",
            !audit.Holds ? StageOutcome.Failed
                : audit.Verdict is AuditVerdict.NotChecked ? StageOutcome.Skipped
                : StageOutcome.Succeeded,
            Text(audit) + (audit.Expired.Count == 0 ? "" : $"; {audit.Expired.Count} waivers have expired")
        );

    static string Text(AuditJudgment audit) =>
        audit.Verdict switch
        {
            AuditVerdict.NotChecked { Why: var why } => why,
            AuditVerdict.None => "no known vulnerability",
            _ => $"{audit.Failing.Count} known vulnerabilities, {audit.Waived.Count} waived",
        };
}
