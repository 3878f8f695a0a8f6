using FsCheck;
using FsCheck.Fluent;
using Slipway.Testing;

namespace Slipway.Releases.Tests;

public class ChangelogRollTests
{
    static readonly SemanticVersion Next = SemanticVersion.Parse("1.2.0");
    static readonly DateOnly Today = new(2026, 2, 1);
    static readonly Uri Page = new("https://example.org/o/n");

    [Fact]
    public void What_was_unreleased_is_a_version_and_an_empty_section_remains() =>
        Roll(
                """
                # Changelog

                ## [Unreleased]

                ### Added

                - One

                ## [1.1.0] - 2026-01-31

                ### Fixed

                - Two

                [Unreleased]: https://example.org/o/n/compare/v1.1.0...HEAD
                [1.1.0]: https://example.org/o/n/releases/tag/v1.1.0
                """
            )
            .Should()
            .Be(
                """
                # Changelog

                ## [Unreleased]

                ## [1.2.0] - 2026-02-01

                ### Added

                - One

                ## [1.1.0] - 2026-01-31

                ### Fixed

                - Two

                [Unreleased]: https://example.org/o/n/compare/v1.2.0...HEAD
                [1.2.0]: https://example.org/o/n/compare/v1.1.0...v1.2.0
                [1.1.0]: https://example.org/o/n/releases/tag/v1.1.0
                """
            );

    [Fact]
    public void A_log_without_links_gets_them_for_all_versions_when_the_repository_is_known() =>
        Changelog
            .Parse(
                "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- x\n\n## [1.0.0] - 2026-01-01\n\n### Added\n\n- y\n"
            )
            .Roll(Next, Today, Page)
            .ToString()
            .Should()
            .EndWith(
                "- y\n\n[Unreleased]: https://example.org/o/n/compare/v1.2.0...HEAD\n"
                    + "[1.2.0]: https://example.org/o/n/compare/v1.0.0...v1.2.0\n"
                    + "[1.0.0]: https://example.org/o/n/releases/tag/v1.0.0\n"
            );

    [Fact]
    public void A_log_without_links_gets_none_when_nobody_names_the_repository() =>
        Roll("# Changelog\n## [Unreleased]\n### Added\n- x")
            .Should()
            .Be("# Changelog\n## [Unreleased]\n\n## [1.2.0] - 2026-02-01\n### Added\n- x");

    [Fact]
    public void Prefix_page_and_branch_of_the_links_stay_what_they_are() =>
        Roll(
                "# Changelog\n## [Unreleased]\n### Added\n- x\n## [1.1.0] - 2026-01-01\n### Added\n- y\n"
                    + "[unreleased]:  https://lab.example.org/o/n/-/compare/rel/1.1.0...main  \n"
                    + "[1.1.0]: https://lab.example.org/o/n/-/tags/rel%2F1.1.0"
            )
            .Should()
            .EndWith(
                "[unreleased]:  https://lab.example.org/o/n/-/compare/rel/1.2.0...main  \n"
                    + "[1.2.0]: https://lab.example.org/o/n/-/compare/rel/1.1.0...rel/1.2.0\n"
                    + "[1.1.0]: https://lab.example.org/o/n/-/tags/rel%2F1.1.0"
            );

    [Fact]
    public void The_first_version_leads_to_its_own_page() =>
        Changelog
            .Parse("# Changelog\n## [Unreleased]\n### Added\n- x")
            .Roll(Next, Today, Page)
            .ToString()
            .Should()
            .EndWith(
                "- x\n\n[Unreleased]: https://example.org/o/n/compare/v1.2.0...HEAD\n[1.2.0]: https://example.org/o/n/releases/tag/v1.2.0"
            );

    [Theory]
    [InlineData("# Changelog\n## [1.0.0] - 2026-01-01\n### Added\n- x\n", "*no section '## [Unreleased]'*")]
    [InlineData("# Changelog\n## [Unreleased]\n", "*no entry below '## [Unreleased]' (line 2)*1.2.0*--draft*")]
    [InlineData("# Changelog\n## [Unreleased]\n### Added\n\n## [1.0.0] - 2026-01-01\n### Added\n- x\n", "*no entry*")]
    [InlineData(
        "# Changelog\n## [Unreleased]\n### Added\n- x\n## [1.2.0] - 2026-01-01\n",
        "1.2.0 does not come after 1.2.0*(line 5)*"
    )]
    [InlineData(
        "# Changelog\n## [Unreleased]\n### Added\n- x\n## [1.3.0] - 2026-01-01\n",
        "1.2.0 does not come after 1.3.0*"
    )]
    [InlineData(
        "# Changelog\n## [Unreleased]\n### Added\n- x\n## [1.1.0] - 2026-02-02\n",
        "2026-02-01 lies before*1.1.0 of 2026-02-02*"
    )]
    public void What_cannot_be_rolled_is_refused(string log, string message) =>
        FluentActions.Invoking(() => Roll(log)).Should().Throw<ReleaseException>().WithMessage(message);

    [Fact]
    public void No_line_is_lost_or_changed_but_the_link_of_what_is_unreleased() =>
        Prop.ForAll(
                Logs().ToArbitrary(),
                text =>
                {
                    var before = Changelog.Parse(text);
                    var after = before.Roll(Next, Today, Page);
                    var kept = new Queue<string>(after.Lines.Select(Whole));
                    // Each line of before is in after, in its order; its last one may have got an ending.
                    return before.Lines.All(line =>
                        {
                            var wanted = Whole(line);
                            while (kept.TryDequeue(out var next))
                            {
                                if (
                                    next == wanted
                                    || IsOpenLink(line)
                                    || (line == before.Lines[^1] && next.TrimEnd('\r', '\n') == wanted)
                                )
                                    return true;
                            }

                            return false;
                        })
                        && after.Lines.Count <= before.Lines.Count + 2 + 5
                        && after.Lines.All(line =>
                            line.Ending is "" == (line == after.Lines[^1] && before.Lines[^1].Ending is "")
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_log_in_good_form_stays_so_and_is_rolled_once_only() =>
        Prop.ForAll(
                Logs().ToArbitrary(),
                text =>
                {
                    var before = Changelog.Parse(text);
                    var after = before.Roll(Next, Today, Page);
                    return before.Check().Count == 0
                        && after.Check().Count == 0
                        && after.Unreleased is { HasEntries: false }
                        && after
                            .Find(Next)!
                            .Categories.SelectMany(category => category.Entries)
                            .SequenceEqual(before.Unreleased!.Categories.SelectMany(category => category.Entries));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_log_is_written_whole_and_keeps_its_mode()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("CHANGELOG.md", "# Changelog\n## [Unreleased]\n### Added\n- x\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var rolled = (await Changelog.ReadAsync(path)).Roll(Next, Today);
        await rolled.WriteAsync(path);

        (await File.ReadAllBytesAsync(path)).Should().Equal(rolled.ToBytes());
        Directory.GetFileSystemEntries(directory.Path).Should().ContainSingle();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path)
                .Should()
                .HaveFlag(UnixFileMode.OtherRead)
                .And.NotHaveFlag(UnixFileMode.GroupRead);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_one_clear_error()
    {
        using var directory = new TempDirectory();
        directory.Write("file", "");

        await FluentActions
            .Awaiting(() => Changelog.Parse("# Changelog\n").WriteAsync(directory["file/CHANGELOG.md"]))
            .Should()
            .ThrowAsync<ReleaseException>()
            .WithMessage("*CHANGELOG.md cannot be written*");
    }

    static bool IsOpenLink(ChangelogLine line) => line.Text.StartsWith("[Unreleased]:", StringComparison.Ordinal);

    static string Whole(ChangelogLine line) => line.Text + line.Ending;

    static string Roll(string text) => Changelog.Parse(text).Roll(Next, Today).ToString();

    /// <summary>Logs in good form, in every way of ending lines, with and without links.</summary>
    static Gen<string> Logs()
    {
        var entry = Gen.Elements(
            "- one",
            "- two  ",
            "* three",
            "- four\n  goes on",
            "- `code`\n\n  ```\n  ## [9.9.9] - no\n  ```"
        );
        var entries = Gen.NonEmptyListOf(entry).Select(list => string.Join('\n', list.Take(3)));
        var category = Gen.Zip(Gen.Elements("Added", "Fixed", "Upgrade"), entries)
            .Select(parts => $"### {parts.Item1}\n\n{parts.Item2}\n");
        var categories = Gen.NonEmptyListOf(category)
            .Select(list => string.Join('\n', list.DistinctBy(text => text[..7])));
        return from mark in Gen.Elements("", "\uFEFF")
            from introduction in Gen.Elements("", "Text with trailing spaces.  \n\n", "<!--\n## [Unreleased]\n-->\n")
            from unreleased in categories
            from released in Gen.ListOf(categories).Select(list => list.Take(2).ToList())
            from hasLinks in Gen.Elements(true, false)
            from newline in Gen.Elements("\n", "\r\n")
            from hasEnd in Gen.Elements(true, false)
            let versions = released.Select((_, index) => $"1.{1 - index}.0").ToList()
            let sections = released.Zip(versions, (text, version) => $"## [{version}] - 2026-01-01\n\n{text}\n")
            let links = hasLinks && versions.Count > 0 ? Links(versions) : ""
            let text = $"{mark}# Changelog\n\n{introduction}## [Unreleased]\n\n{unreleased}\n{string.Concat(sections)}{links}"
            select (hasEnd ? text : text.TrimEnd('\n')).Replace("\n", newline, StringComparison.Ordinal);
    }

    static string Links(List<string> versions) =>
        $"[Unreleased]: {Page}/compare/v{versions[0]}...HEAD\n"
        + string.Concat(
            versions.Select(
                (version, index) =>
                    index + 1 < versions.Count
                        ? $"[{version}]: {Page}/compare/v{versions[index + 1]}...v{version}\n"
                        : $"[{version}]: {Page}/releases/tag/v{version}\n"
            )
        );
}
