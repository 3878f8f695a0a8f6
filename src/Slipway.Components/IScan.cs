using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Components.Caching;
using Slipway.Verification.Dependencies;
using Slipway.Verification.Secrets;
using Slipway.Verification.Waivers;

namespace Slipway.Components;

/// <summary>Known vulnerabilities of what is shipped, and secrets in the tree.</summary>
public interface IScan : ICompileBackend
{
    /// <summary>Advisories that are accepted for a time; missing is the same as empty.</summary>
    AbsolutePath WaiversFile => RootDirectory / ".nuke" / "waivers.json";

    Target Scan =>
        _ =>
            _.Description("Scans dependencies for known vulnerabilities and the tree for secrets")
                // Alone it needs nothing compiled: dotnet restores what it lists the packages of.
                .After(Compile)
                .Produces(ChecksDirectory / "*.json")
                .Cached(
                    this,
                    _ =>
                        _.Files(BackendFiles)
                            .TrackedFiles("**")
                            .OfTheDay()
                            .Path("NuGet's sources", PackageSources.OfTheUser)
                )
                .Runs(async () =>
                {
                    var checks = RunRecord.Of(this).Checks;
                    var secrets = await TreeScanner.ScanAsync(RootDirectory);
                    checks.Add(ScanChecks.Of(secrets));
                    foreach (var finding in secrets.Findings)
                        Log.Error("{Finding:l}", finding);
                    Log.Information(
                        "Secrets: {Found} found in {Files} tracked files",
                        secrets.Findings.Count,
                        secrets.Files
                    );
                    foreach (var file in secrets.TooLarge)
                        Log.Warning(
                            "Secrets: {File:l} was not checked: it is larger than {Limit} MiB",
                            file,
                            TreeScanner.LargestFile >> 20
                        );

                    var audit = AuditJudgment.Of(
                        await DependencyAudit.RunAsync(RootDirectory / Backend.Project),
                        WaiverFile.Read(WaiversFile),
                        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
                    );
                    checks.Add(ScanChecks.Of(audit));
                    if (audit.Verdict is AuditVerdict.NotChecked { MayPass: true, Why: var why })
                        RunRecord.Of(this).WhyNotToKeep = why;
                    Report(audit);
                    ReportSummary(_ =>
                        _.With("Secrets", $"{secrets.Findings.Count}").With("Dependencies", Verdict(audit))
                    );

                    if (secrets.Findings.Count > 0 || !audit.Holds)
                        throw new BuildException("The scan found what must not ship: it is listed above.");
                });

    private static void Report(AuditJudgment audit)
    {
        foreach (var advisory in audit.Failing)
            Log.Error("{Advisory:l}", advisory);
        foreach (var (advisory, waiver) in audit.Waived)
            Log.Warning(
                "{Advisory:l}: waived until {Until:yyyy-MM-dd}, {Reason:l}",
                advisory,
                waiver.Until,
                waiver.Reason
            );
        foreach (var waiver in audit.Expired)
            Log.Error(
                "The waiver of {Advisory:l} has expired on {Until:yyyy-MM-dd}: remove it, or decide anew",
                waiver.Advisory,
                waiver.Until
            );
        if (audit.Verdict is AuditVerdict.NotChecked)
            Log.Warning("{Summary:l}", Capitalized(audit.Summary));
        else
            Log.Information("{Summary:l}", Capitalized(audit.Summary));
    }

    private static string Verdict(AuditJudgment audit) =>
        audit.Verdict switch
        {
            AuditVerdict.NotChecked => "not checked",
            AuditVerdict.None => "none known",
            _ => $"{audit.Failing.Count} known",
        };

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
