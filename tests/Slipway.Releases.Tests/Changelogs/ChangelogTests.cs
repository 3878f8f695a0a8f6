using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Testing;

namespace Slipway.Releases.Tests;

public class ChangelogTests
{
    [Fact]
    public void Any_text_is_written_back_as_it_was() =>
        Prop.ForAll<string?>(text => Changelog.Parse(text ?? "").ToString() == (text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_log_is_written_back_as_it_was() =>
        Prop.ForAll(Logs().ToArbitrary(), text => Changelog.Parse(text).ToString() == text).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_log_is_checked_without_failing() =>
        Prop.ForAll(
                Logs().ToArbitrary(),
                text =>
                {
                    var log = Changelog.Parse(text);
                    return log.Check()
                        .All(finding => finding.Line >= 1 && finding.Line <= Math.Max(1, log.Lines.Count));
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\uFEFF# Changelog\r\n\r\n## [Unreleased]\r\n")]
    [InlineData("# Changelog\n\n## [Unreleased]")]
    public async Task A_files_bytes_come_back(string text)
    {
        using var directory = new TempDirectory();
        var bytes = Encoding.UTF8.GetBytes(text);
        await File.WriteAllBytesAsync(directory["CHANGELOG.md"], bytes);

        var log = await Changelog.ReadAsync(directory["CHANGELOG.md"]);

        log.ToBytes().Should().Equal(bytes);
        log.Check().Should().BeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_one_clear_error()
    {
        using var directory = new TempDirectory();
        await File.WriteAllBytesAsync(directory["log"], [0x23, 0xFF, 0xFE]);

        await FluentActions
            .Invoking(() => Changelog.ReadAsync(directory["log"]))
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*log is not UTF-8*");
        await FluentActions
            .Invoking(() => Changelog.ReadAsync(directory["none"]))
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*none cannot be read*");
    }

    [Fact]
    public void Lines_have_their_kinds() =>
        Changelog
            .Parse(
                "# A\n## B\n### C\n- d\n  e\n\n#### F\n```\n## in code\n```\n<!--\n## in comment\n-->\n<!-- x -->\n* g\n-h\n[1.0.0]: x\n[^1]: y"
            )
            .Lines.Select(line => line.Kind)
            .Should()
            .Equal(
                ChangelogLineKind.Title,
                ChangelogLineKind.Version,
                ChangelogLineKind.Category,
                ChangelogLineKind.Entry,
                ChangelogLineKind.Text,
                ChangelogLineKind.Blank,
                ChangelogLineKind.Text,
                ChangelogLineKind.Text,
                ChangelogLineKind.Text,
                ChangelogLineKind.Text,
                ChangelogLineKind.Text,
                ChangelogLineKind.Text,
                ChangelogLineKind.Text,
                ChangelogLineKind.Text,
                ChangelogLineKind.Entry,
                ChangelogLineKind.Text,
                ChangelogLineKind.Link,
                ChangelogLineKind.Text
            );

    [Fact]
    public void Sections_have_their_parts()
    {
        var log = Changelog.Parse(
            "# Changelog\n\n## [Unreleased]\n\n## [1.2.3-rc.1] - 2026-01-31 [YANKED]\n\nA **fast** one.\n\n### Added\n\n- One\n"
                + "  goes on\n\n- Two\n\n### Fixed\n\n- Three\n\n[1.2.3-rc.1]: https://example.org\n"
        );

        var section = log.Find(SemanticVersion.Parse("1.2.3-rc.1"))!;

        log.Sections.Should().HaveCount(2);
        log.Unreleased!.HasEntries.Should().BeFalse();
        (section.Date, section.IsYanked, section.Introduction)
            .Should()
            .Be((new DateOnly(2026, 1, 31), true, "A **fast** one."));
        section.Categories.Select(category => category.Name).Should().Equal("Added", "Fixed");
        section.Categories[0].Entries.Should().Equal("One\ngoes on", "Two");
        section.Categories[1].Text.Should().Be("- Three");
    }

    static Gen<string> Logs()
    {
        var line = Gen.Elements(
            "# Changelog",
            "## [Unreleased]",
            "## [1.2.3] - 2026-01-31",
            "## [1.2.3] - 2026-02-30 [YANKED]",
            "##",
            "### Added",
            "###",
            "- entry",
            "-",
            "  more",
            "",
            " ",
            "```",
            "<!--",
            "-->",
            "[1.2.3]: https://example.org",
            "\uFEFF# Changelog"
        );
        var ending = Gen.Elements("\n", "\r\n", "\r", "");
        return Gen.ListOf(Gen.Zip(line, ending))
            .Select(lines => string.Concat(lines.Select(pair => pair.Item1 + pair.Item2)));
    }
}
