namespace Slipway.Releases.Tests;

public class ChangelogLinkCheckTests
{
    const string Page = "https://example.org/o/n";

    [Fact]
    public void A_log_without_links_has_no_finding() => Check().Should().BeEmpty();

    [Fact]
    public void A_link_for_each_section_has_no_finding() =>
        Check(
                $"[unreleased]: {Page}/compare/v1.1.0...main",
                $"[1.1.0]: {Page}/compare/v1.0.1...v1.1.0",
                $"[1.0.1]: {Page}/compare/v1.0.0...v1.0.1",
                $"[1.0.0]: {Page}/releases/tag/v1.0.0"
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void A_version_may_be_compared_with_what_the_line_below_began_with() =>
        Check(
                $"[Unreleased]: {Page}/compare/release-1.1.0...HEAD",
                $"[1.1.0]: {Page}/compare/release-1.0.0...release-1.1.0",
                $"[1.0.1]: {Page}/compare/release-1.0.0...release-1.0.1",
                "[1.0.0]: https://elsewhere.example.org/first"
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void A_section_that_leads_nowhere_is_found_where_others_lead_somewhere() =>
        Check($"[1.1.0]: {Page}/compare/v1.0.1...v1.1.0")
            .Should()
            .SatisfyRespectively(
                unreleased => unreleased.Should().Match("*:2: '[Unreleased]' leads nowhere: add*"),
                second => second.Should().Match("*:6: '[1.0.1]' leads nowhere*"),
                first => first.Should().Match("*:9: '[1.0.0]' leads nowhere*")
            );

    [Theory]
    [InlineData($"[Unreleased]: {Page}/compare/v1.0.1...HEAD", "*'v1.0.1': compare with the last version, 1.1.0")]
    [InlineData($"[1.1.0]: {Page}/compare/v1.0.1...v1.1.1", "*leads to 'v1.1.1': it must lead to the tag of 1.1.0")]
    [InlineData($"[1.1.0]: {Page}/compare/v1.0.1...v11.1.0", "*leads to 'v11.1.0': it must lead to the tag of 1.1.0")]
    [InlineData($"[1.0.1]: {Page}/compare/v0.9.0...v1.0.1", "*'v0.9.0': compare with the version below, 1.0.0")]
    [InlineData($"[1.0.0]: {Page}/releases/tag/v1.0.1", "*leads to 'v1.0.1'*")]
    [InlineData($"[1.0.0]: {Page}/-/tags/v1.0.1", "*leads to 'v1.0.1'*")]
    public void A_link_that_leads_elsewhere_is_found(string link, string finding) =>
        Check(link).Should().ContainMatch($"CHANGELOG.md:12: {finding}");

    [Fact]
    public void A_link_that_nothing_names_is_found() =>
        Check("[2.0.0]: https://example.org")
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match("*:12: nothing in the log says '[2.0.0]'*");

    [Fact]
    public void A_link_that_is_there_twice_is_found() =>
        Check("[Keep]: https://example.org", "[keep]: https://example.org")
            .Should()
            .ContainMatch("*:13: '[keep]' leads somewhere already, in line 12*");

    /// <summary>The links begin at line 12.</summary>
    static IEnumerable<string> Check(params string[] links) =>
        Changelog
            .Parse(
                "# Changelog\n## [Unreleased]\n"
                    + "## [1.1.0] - 2026-01-03\n### Added\n- x\n## [1.0.1] - 2026-01-02\n### Added\n- x\n"
                    + "## [1.0.0] - 2026-01-01\n### Added\n- x\n"
                    + string.Concat(links.Select(link => $"{link}\n"))
            )
            .Check()
            .Select(finding => finding.ToString());
}
