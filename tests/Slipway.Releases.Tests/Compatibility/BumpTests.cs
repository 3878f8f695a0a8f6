using Slipway.Releases.Compatibility;

namespace Slipway.Releases.Tests.Compatibility;

public sealed class BumpTests
{
    [Theory]
    [InlineData("1.2.3", "2.0.0", Bump.Major)]
    [InlineData("1.2.3", "2.5.1", Bump.Major)]
    [InlineData("1.2.3", "1.3.0", Bump.Minor)]
    [InlineData("1.2.3", "1.2.4", Bump.Patch)]
    [InlineData("1.2.3", "1.3.0-rc.1", Bump.Minor)]
    [InlineData("1.2.3", "1.2.3", Bump.None)]
    [InlineData("1.2.3", "1.1.9", Bump.None)]
    [InlineData("0.2.3", "1.0.0", Bump.Major)]
    public void The_bump_is_how_far_a_version_is_above_a_release(string last, string version, Bump bump) =>
        Bumps.Between(SemanticVersion.Parse(last), SemanticVersion.Parse(version)).Should().Be(bump);

    [Theory]
    [InlineData("1.2.3", Bump.Major, "2.0.0")]
    [InlineData("1.2.3", Bump.Minor, "1.3.0")]
    [InlineData("1.2.3", Bump.Patch, "1.2.4")]
    [InlineData("1.2.3", Bump.None, "1.2.3")]
    public void The_next_version_is_the_least_that_is_so_far_above(string last, Bump bump, string next) =>
        Bumps.Next(SemanticVersion.Parse(last), bump).ToString().Should().Be(next);

    [Theory]
    [InlineData(Bump.Major, Bump.Minor)]
    [InlineData(Bump.Minor, Bump.Patch)]
    [InlineData(Bump.Patch, Bump.Patch)]
    [InlineData(Bump.None, Bump.None)]
    public void Before_1_0_0_what_breaks_needs_a_minor_and_all_else_a_patch(Bump later, Bump before)
    {
        Bumps.After(SemanticVersion.Parse("0.4.2"), later).Should().Be(before);
        Bumps.After(SemanticVersion.Parse("1.0.0"), later).Should().Be(later);
    }

    [Theory]
    [InlineData(Impact.Breaking, Bump.Major)]
    [InlineData(Impact.Additive, Bump.Minor)]
    [InlineData(Impact.None, Bump.Patch)]
    public void Each_impact_has_its_bump(Impact impact, Bump bump) => Bumps.Of(impact).Should().Be(bump);
}
