namespace Slipway.Releases.Tests;

public class ChangelogCheckTests
{
    [Fact]
    public void A_log_in_good_form_has_no_finding() =>
        Check(
                """
                # Changelog

                All notable changes.

                ## [Unreleased]

                ## [1.1.0] - 2026-02-28 [YANKED]

                ### Added

                - One
                  and a half

                ### Upgrade

                1. Do this first

                ## [1.0.0-rc.1] - 2026-01-31

                ### Fixed

                - Two

                [Unreleased]: https://example.org/compare/v1.1.0...HEAD
                [1.1.0]: https://example.org/compare/v1.0.0-rc.1...v1.1.0
                [1.0.0-rc.1]: https://example.org/releases/tag/v1.0.0-rc.1
                """
            )
            .Should()
            .BeEmpty();

    [Theory]
    [InlineData("", "1: the log must begin with '# Changelog'*")]
    [InlineData("# Changes\n## [Unreleased]", "1: the log must begin with*")]
    [InlineData("\n# Changelog\n# Changelog\n## [Unreleased]", "3: there is one title only*")]
    [InlineData("# Changelog\n", "1: the first section must be '## [Unreleased]'*")]
    [InlineData("# Changelog\n## [1.0.0] - 2026-01-31\n- x", "2: the first section must be*")]
    [InlineData("# Changelog\n## [Unreleased]\n## [Unreleased]", "3: '[Unreleased]' is not the first section*")]
    [InlineData(
        "# Changelog\n## [Unreleased]\n## 1.0.0 - 2026-01-31\n- x",
        "3: '1.0.0 - 2026-01-31' is not a version's heading*"
    )]
    [InlineData("# Changelog\n## [Unreleased]\n## [1.0] - 2026-01-31\n- x", "3: '1.0' is not a semantic version*")]
    [InlineData("# Changelog\n## [Unreleased]\n## [1.0.0] - 2026-02-30\n- x", "3: '2026-02-30' is not a date*")]
    [InlineData("# Changelog\n## [Unreleased]\n## [1.0.0] - 31.01.2026\n- x", "3: '31.01.2026' is not a date*")]
    [InlineData("# Changelog\n## [Unreleased]\n## [1.0.0] - 2026-01-31\n", "3: the version has no entry*")]
    [InlineData("# Changelog\n## [Unreleased]\n### New\n- x", "3: 'New' is not a category: use Added, *")]
    [InlineData("# Changelog\n## [Unreleased]\n### Added\n", "3: 'Added' has no entry*")]
    [InlineData("# Changelog\n## [Unreleased]\n### Added\n- x\n### Added\n- y", "5: 'Added' is there already*")]
    [InlineData("# Changelog\n## [Unreleased]\n### Added\n-\n- y", "4: the entry is empty*")]
    [InlineData("# Changelog\n## [Unreleased]\n\n- x\n### Added\n- y", "4: the entry is in no category*")]
    [InlineData("# Changelog\n## [Unreleased]\n### Upgrade\n\n### Added\n- y", "3: 'Upgrade' has no entry*")]
    [InlineData(
        "# Changelog\n## [Unreleased]\n## [1.0.0] - 2026-01-31 (yanked)\n- x",
        "3: '[1.0.0] - 2026-01-31 (yanked)' is not*'## [1.2.3] - 2026-01-31 [YANKED]'"
    )]
    public void What_is_not_in_form_is_found_with_its_line(string text, string finding) =>
        Check(text).Should().ContainMatch($"CHANGELOG.md:{finding}");

    [Fact]
    public void Versions_that_rise_or_repeat_are_found() =>
        Check(Log("[1.0.0] - 2026-01-01", "[1.0.0] - 2026-01-01", "[1.10.0] - 2026-01-01", "[1.9.0] - 2026-01-01"))
            .Should()
            .SatisfyRespectively(
                repeated => repeated.Should().Match("*:6: 1.0.0 has a section already, in line 3:*"),
                rising => rising.Should().Match("*:9: 1.10.0 stands below 1.0.0*")
            );

    [Fact]
    public void A_version_that_repeats_further_down_is_found() =>
        Check(Log("[1.1.0] - 2026-01-01", "[1.0.0] - 2026-01-01", "[1.1.0+build] - 2026-01-01"))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match("*:9: 1.1.0+build has a section already, in line 3:*");

    [Fact]
    public void Dates_that_rise_are_found() =>
        Check(Log("[1.1.0] - 2026-01-01", "[1.0.1] - 2025-12-30", "[1.0.0] - 2026-01-02"))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match("*:9: 1.0.0 is dated after 1.0.1*");

    [Fact]
    public void A_fix_of_an_older_line_may_be_younger_than_what_stands_above_it() =>
        Check(Log("[1.1.0] - 2026-01-01", "[1.0.2] - 2026-03-01", "[1.0.1] - 2026-02-01", "[1.0.0] - 2025-12-01"))
            .Should()
            .BeEmpty();

    [Fact]
    public void A_fix_dated_after_a_later_fix_of_its_line_is_found() =>
        Check(Log("[1.1.0] - 2026-01-01", "[1.0.2] - 2026-02-01", "[1.0.1] - 2026-03-01"))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match("*1.0.1 is dated after 1.0.2*");

    [Fact]
    public void Findings_come_in_order_of_lines() =>
        Changelog
            .Parse("# Changes\n## 1\n### New\n-\n## 2\n")
            .Check("docs/log.md")
            .Select(finding => finding.Line)
            .Should()
            .BeInAscendingOrder()
            .And.HaveCountGreaterThan(4);

    [Fact]
    public async Task This_repositorys_own_log_is_in_form()
    {
        var log = await Changelog.ReadAsync(Path.Combine(AppContext.BaseDirectory, "CHANGELOG.md"));

        log.Check().Should().BeEmpty();
    }

    /// <summary>Three lines for each version.</summary>
    static string Log(params string[] versions) =>
        "# Changelog\n## [Unreleased]\n" + string.Concat(versions.Select(heading => $"## {heading}\n### Added\n- x\n"));

    static IEnumerable<string> Check(string text) =>
        Changelog.Parse(text).Check().Select(finding => finding.ToString());
}
