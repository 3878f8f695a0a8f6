using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Environments;

namespace Slipway.Delivery.Tests.Environments;

public sealed class EnvironmentNameTests
{
    [Theory]
    [InlineData("staging", true)]
    [InlineData("review-a-1", true)]
    [InlineData("", false)]
    [InlineData("Staging", false)]
    [InlineData("1st", false)]
    [InlineData("a--b", false)]
    [InlineData("a-", false)]
    [InlineData("a/b", false)]
    [InlineData("a\n", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmno", false)]
    public void Only_plain_names_are_names(string name, bool valid) => EnvironmentName.IsValid(name).Should().Be(valid);

    [Fact]
    public void A_plain_branch_gives_its_name() =>
        EnvironmentName.ForBranch("fix-login").Should().Be("review-fix-login");

    [Fact]
    public void Branches_that_look_alike_get_different_names() =>
        new[] { "feature/x", "feature-x", "feature_x", "Feature/X" }
            .Select(EnvironmentName.ForBranch)
            .Should()
            .OnlyHaveUniqueItems()
            .And.OnlyContain(name => name.StartsWith("review-feature-x"));

    [Fact]
    public void Every_branch_gives_a_valid_name()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonEmptyString>(),
                branch => EnvironmentName.IsValid(EnvironmentName.ForBranch(branch.Get))
            )
            .QuickCheckThrowOnFailure();
    }
}
