namespace Slipway.Releases.Tests.Releasing;

public sealed class RollCommitTests
{
    const string Head = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One ([why](#x)).\n\n";
    static readonly SemanticVersion s_version = new(1, 1, 0);
    static readonly DateOnly s_date = new(2026, 1, 2);

    [Theory]
    [InlineData(null)]
    [InlineData("https://github.com/o/n")]
    public void A_log_without_links_is_recognised_rolled_with_them_or_without(string? page)
    {
        var before = Changelog.Parse(Head);
        var after = before.Roll(s_version, s_date, page is null ? null : new Uri(page));

        RollCommit.Read(before, after).Should().Be((s_version, s_date));
        after.Check().Should().BeEmpty();
        after.ToString().Contains("[1.1.0]: https://github.com/o/n/releases/tag/v1.1.0").Should().Be(page is not null);
    }

    [Fact]
    public void A_comparison_in_the_text_of_a_log_is_not_taken_for_its_page()
    {
        var before = Changelog.Parse(Head + "[x]: https://example.org/other/compare/a...b\n");

        RollCommit
            .Read(before, before.Roll(s_version, s_date, new Uri("https://github.com/o/n")))
            .Should()
            .Be((s_version, s_date));
    }

    [Fact]
    public void Any_other_change_of_it_is_none()
    {
        var before = Changelog.Parse(Head);
        var after = before.Roll(s_version, s_date, new Uri("https://github.com/o/n"));

        RollCommit
            .Read(
                before,
                Changelog.Parse(after.ToString().Replace("compare/v1.1.0", "compare/v1.0.0", StringComparison.Ordinal))
            )
            .Should()
            .BeNull();
    }
}
