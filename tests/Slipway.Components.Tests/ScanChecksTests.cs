using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Verification.Dependencies;
using Slipway.Verification.Secrets;
using Slipway.Verification.Waivers;

namespace Slipway.Components.Tests;

public sealed class ScanChecksTests
{
    static readonly DateOnly Today = new(2026, 1, 15);
    static readonly Advisory Advisory = new("GHSA-1", "Sample", "1.0.0", "High", "https://example.org/GHSA-1", []);

    [Fact]
    public void A_tree_without_secrets_is_good()
    {
        ScanChecks
            .Of(new SecretScan(120, [], []))
            .Should()
            .Be(new ReportCheck("Secrets", StageOutcome.Succeeded, "none in 120 tracked files"));
    }

    [Fact]
    public void A_file_that_was_not_read_is_named()
    {
        ScanChecks
            .Of(new SecretScan(120, [], ["big.sql"]))
            .Text.Should()
            .Be("none in 120 tracked files; too large and not read: big.sql");
    }

    [Fact]
    public void A_secret_fails_the_check()
    {
        var key = $"-----BEGIN RSA {"PRIVATE"} KEY-----";
        var findings = SecretScanner.Scan("key.pem", $"{key}\nMIIEowIBAAKCAQEA\n").ToList();

        ScanChecks
            .Of(new SecretScan(120, findings, []))
            .Should()
            .Be(new ReportCheck("Secrets", StageOutcome.Failed, "1 in 120 tracked files"));
    }

    [Fact]
    public void Dependencies_that_nobody_could_be_asked_about_are_not_checked()
    {
        ScanChecks
            .Of(AuditJudgment.Of(new AuditVerdict.NotChecked("the feed serves no data"), [], Today))
            .Should()
            .Be(new ReportCheck("Dependencies", StageOutcome.Skipped, "the feed serves no data"));
    }

    [Fact]
    public void No_known_vulnerability_is_good()
    {
        ScanChecks
            .Of(AuditJudgment.Of(new AuditVerdict.None(), [], Today))
            .Should()
            .Be(new ReportCheck("Dependencies", StageOutcome.Succeeded, "no known vulnerability"));
    }

    [Fact]
    public void A_known_vulnerability_fails_the_check()
    {
        ScanChecks
            .Of(AuditJudgment.Of(new AuditVerdict.Known([Advisory]), [], Today))
            .Should()
            .Be(new ReportCheck("Dependencies", StageOutcome.Failed, "1 known vulnerabilities, 0 waived"));
    }

    [Fact]
    public void A_waiver_that_has_expired_fails_the_check()
    {
        var waiver = new Waiver("GHSA-1", "not reachable", Today.AddDays(-1));

        ScanChecks
            .Of(AuditJudgment.Of(new AuditVerdict.None(), [waiver], Today))
            .Should()
            .Be(new ReportCheck("Dependencies", StageOutcome.Failed, "no known vulnerability; 1 waivers have expired"));
    }
}
