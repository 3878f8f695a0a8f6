using Nuke.Common.ChangeLog;
using Slipway.Testing;
using GitRepository = Nuke.Common.Git.GitRepository;

namespace Nuke.Common.Tests.ChangeLog;

public sealed class ChangelogTasksTests : IDisposable
{
    const string Text = """
        # Changelog

        ## [Unreleased]

        ## [1.1.0] / 2026-01-02
        ### Added
        - One, `code`
        * Two

        ## [1.0.0]
        + First

        [1.0.0]: https://example.org
        """;

    readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    string Changelog => _directory.Write("CHANGELOG.md", Text);

    [Fact]
    public void The_newest_section_with_notes_counts() =>
        ChangelogTasks.ExtractChangelogSectionNotes(Changelog).Should().Equal("### Added", "- One, `code`", "* Two");

    [Fact]
    public void A_section_is_found_by_its_version() =>
        ChangelogTasks.ExtractChangelogSectionNotes(Changelog, "1.0.0").Should().Equal("+ First");

    [Fact]
    public void A_version_without_a_section_is_an_error()
    {
        var extract = () => ChangelogTasks.ExtractChangelogSectionNotes(Changelog, "9.9.9");

        extract.Should().Throw<ArgumentException>().WithMessage("Could not find release section for '9.9.9' in*");
    }

    [Fact]
    public void Notes_for_a_package_are_escaped_and_end_with_a_link()
    {
        var lines = ChangelogTasks.GetNuGetReleaseNotes(Changelog).Split(Environment.NewLine);

        lines.Should().Equal("### Added", "• One%2C code", "• Two");
    }

    [Fact]
    public async Task The_link_leads_to_the_changelog_on_GitHub()
    {
        using var clone = await Slipway.Testing.GitRepository.CreateAsync("main");
        var file = clone.Write("CHANGELOG.md", Text);
        await clone.RunAsync("remote", "add", "origin", "https://github.com/owner/name");

        ChangelogTasks
            .GetNuGetReleaseNotes(file, GitRepository.FromLocalDirectory(clone.Path))
            .Should()
            .EndWith("Full changelog at https://github.com/owner/name/blob/main/CHANGELOG.md");
    }
}
