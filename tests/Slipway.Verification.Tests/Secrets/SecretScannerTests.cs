using FsCheck;
using FsCheck.Fluent;
using Slipway.Verification.Secrets;

namespace Slipway.Verification.Tests.Secrets;

/// <summary>The samples are put together here, so that this file holds no secret itself.</summary>
public class SecretScannerTests
{
    const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public static TheoryData<string, string> Secrets =>
        new()
        {
            { "private-key", "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEpAIBAAKCAQEAu1SU1LfVLPHCozMxH2Mo" },
            { "private-key", "-----BEGIN " + "PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC" },
            { "aws-access-key", "id = AKIA" + "J7QZ2VXW4PLM6KTR" },
            { "aws-secret-key", "aws_secret_access_key = " + "wJalrXUtnFEMI+K7MDENG/bPxRfiCYzzzzzz" + "9Qa1" },
            { "github-token", "token: ghp_" + Letters[..36] },
            { "github-token", "github_pat_" + Letters[..40] },
            { "slack-token", "xoxb-" + "123456789012-abcdefghijkl" },
            { "slack-webhook", "https://hooks.slack.com/services/" + "T01234567/B01234567/abcdefghijklmnopqrstuvwx" },
            {
                "teams-webhook",
                "https://contoso.webhook.office.com/webhookb2/" + new string('a', 36) + "@" + Letters[..36]
            },
            { "stripe-key", "sk_live_" + Letters[..24] },
            { "npm-token", "_authToken=npm_" + Letters[..36] },
            { "nuget-key", "oy2" + Letters.ToLowerInvariant()[..43] },
            { "jwt", "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N" },
            { "azure-storage-key", "AccountName=a;AccountKey=" + Letters + Letters[..24] + "==" },
            { "connection-string", "Host=db;Username=app;Pass" + "word=Tr0ub4dor" },
            { "url-password", "postgres://app:" + "Tr0ub4dor@db/gallery" },
            { "assigned-secret", "\"apiKey\": \"" + "f3Gk9aPq72LmX0wz\"" },
        };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_is_found_by_its_rule_and_not_shown(string rule, string text)
    {
        var finding = SecretScanner.Scan("a/file", $"first line\n{text}\n").Should().ContainSingle().Subject;

        finding.Rule.Id.Should().Be(rule);
        finding.Line.Should().Be(2);
        finding.ToString().Should().StartWith("a/file:2: ").And.Contain("[redacted]");
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY----- is how a key begins")]
    [InlineData("id = AKIAIOSFODNN7EXAMPLE")]
    [InlineData("Host=db;Username=app;Password=${DB_PASSWORD}")]
    [InlineData("Host=db;Username=app;Password=<your password>")]
    [InlineData("Host=127.0.0.1;Username=postgres;Password=postgres")]
    [InlineData("postgres://me:hunter2@db/gallery")]
    [InlineData("https://user:{token}@example.org/")]
    [InlineData("password = \"aaaaaaaaaaaaaaaa\"")]
    [InlineData("token = \"the-same-the-same-the-same\"")]
    [InlineData("token = \"GITHUB_TOKEN_OF_THE_JOB\"")]
    [InlineData("password: string, secret: boolean")]
    public void A_placeholder_is_no_secret(string text) => SecretScanner.Scan("file", text).Should().BeEmpty();

    [Fact]
    public void Of_two_secrets_on_a_line_neither_is_shown()
    {
        var token = "ghp_" + Letters[..36];
        var other = "sk_live_" + Letters[..24];

        var findings = SecretScanner.Scan("file", $"use {token} or {other}");

        findings.Should().HaveCount(2);
        findings.Should().OnlyContain(finding => finding.Excerpt == "use [redacted] or [redacted]");
    }

    [Fact]
    public void A_long_line_is_cut_around_its_secret()
    {
        var line = new string('-', 500) + " ghp_" + Letters[..36] + " " + new string('-', 500);

        var excerpt = SecretScanner.Scan("file", line).Single().Excerpt;

        excerpt.Length.Should().BeLessThan(130);
        excerpt.Should().StartWith("…").And.EndWith("…").And.Contain("[redacted]");
    }

    [Theory]
    [InlineData("{0} // slipway:allow-secret made for this test")]
    [InlineData("# slipway:allow-secret made for this test\n{0}")]
    public void A_waiver_with_a_reason_on_the_line_or_the_one_before_counts(string text) =>
        SecretScanner.Scan("file", string.Format(text, "ghp_" + Letters[..36])).Should().BeEmpty();

    [Theory]
    [InlineData("{0} // slipway:allow-secret")]
    [InlineData("# slipway:allow-secret for another line\n\n{0}")]
    public void A_waiver_without_a_reason_or_elsewhere_does_not(string text) =>
        SecretScanner.Scan("file", string.Format(text, "ghp_" + Letters[..36])).Should().ContainSingle();

    [Fact]
    public void No_excerpt_ever_holds_the_secret()
    {
        var secrets = Gen.Elements(Letters.ToCharArray())
            .ArrayOf(36)
            .Select(characters => "npm_" + new string(characters))
            .ToArbitrary();
        var surroundings = ArbMap.Default.ArbFor<string>();

        Prop.ForAll(
                secrets,
                surroundings,
                surroundings,
                (secret, before, after) =>
                {
                    var findings = SecretScanner.Scan("file", $"{before}\n {secret} {after}");
                    return findings.Any(finding => finding.Rule.Id == "npm-token")
                        && findings.All(finding => !finding.Excerpt.Contains(secret));
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
