using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility;

public sealed class BumpVerdictTests
{
    static readonly Finding s_break = new("path-removed", Bump.Major, "GET /a", "the path /a is gone");
    static readonly Finding s_feature = new("feat", Bump.Minor, "abc", "feat: more");

    [Fact]
    public void A_breaking_change_under_a_minor_bump_does_not_hold()
    {
        var verdict = Verdict("1.2.3", "1.3.0", s_feature, s_break);

        (verdict.Holds, verdict.Bump, verdict.Needed, verdict.Least?.ToString())
            .Should()
            .Be((false, Bump.Minor, Bump.Major, "2.0.0"));
        verdict.Unsaid.Should().Equal(s_break);
    }

    [Fact]
    public void A_breaking_change_under_a_major_bump_holds()
    {
        var verdict = Verdict("1.2.3", "2.0.0", s_break);

        verdict.Holds.Should().BeTrue();
        verdict.Unsaid.Should().BeEmpty();
    }

    [Theory]
    [InlineData("0.4.1", "0.5.0", true)]
    [InlineData("0.4.1", "0.4.2", false)]
    [InlineData("0.4.1", "1.0.0", true)]
    public void Before_1_0_0_a_breaking_change_needs_a_minor_bump(string last, string version, bool holds) =>
        Verdict(last, version, s_break).Holds.Should().Be(holds);

    [Fact]
    public void Without_any_finding_any_version_holds() => Verdict("1.2.3", "1.2.4").Holds.Should().BeTrue();

    [Fact]
    public void The_first_release_may_be_any_version()
    {
        var verdict = new BumpVerdict(Last: null, SemanticVersion.Parse("0.1.0"), []);

        (verdict.Holds, verdict.Bump, verdict.Needed, verdict.Least).Should().Be((true, Bump.Major, Bump.None, null));
    }

    static BumpVerdict Verdict(string last, string version, params Finding[] findings) =>
        new(
            SemanticVersion.Parse(last),
            SemanticVersion.Parse(version),
            [Evidence.NotChecked("nothing", "there is none"), new Evidence("it", IsChecked: true, "some", findings)]
        );
}
