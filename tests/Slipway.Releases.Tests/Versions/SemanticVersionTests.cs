using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Releases.Tests;

public class SemanticVersionTests
{
    // The valid and the invalid examples that semver.org's FAQ links to (regex101.com/r/vkijKf), a choice.
    [Theory]
    [InlineData("0.0.4")]
    [InlineData("1.1.2-prerelease+meta")]
    [InlineData("1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay")]
    [InlineData("2.0.0+build.1848")]
    [InlineData("1.0.0-0A.is.legal")]
    [InlineData("1.2.3----RC-SNAPSHOT.12.9.1--.12+788")]
    [InlineData("1.0.0-99999999999999999999999")]
    public void What_is_valid_is_read_and_written_the_same(string text) =>
        SemanticVersion.Parse(text).ToString().Should().Be(text);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("v1.2.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3+")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3.4")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3-ü")]
    [InlineData("1.2.99999999999")]
    [InlineData("1.2.3\n")]
    public void What_is_invalid_is_refused(string text) =>
        FluentActions
            .Invoking(() => SemanticVersion.Parse(text))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage($"'{text}' is not a semantic version*");

    [Fact]
    public void The_order_is_that_of_the_specification()
    {
        // Section 11, and numbers of any length.
        string[] ascending =
        [
            "1.0.0-1",
            "1.0.0-2",
            "1.0.0-11",
            "1.0.0-99999999999999999999999",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "2.0.0",
            "2.1.0",
            "2.1.1",
        ];

        foreach (var (lower, higher) in ascending.Zip(ascending.Skip(1)))
        {
            (SemanticVersion.Parse(lower) < SemanticVersion.Parse(higher)).Should().BeTrue("{0} < {1}", lower, higher);
            (SemanticVersion.Parse(higher) > SemanticVersion.Parse(lower)).Should().BeTrue("{1} > {0}", lower, higher);
        }
    }

    [Fact]
    public void Build_metadata_does_not_count() =>
        SemanticVersion.Parse("1.0.0+a").CompareTo(SemanticVersion.Parse("1.0.0+b")).Should().Be(0);

    [Fact]
    public void Every_version_comes_after_null() => SemanticVersion.Parse("0.0.0").CompareTo(null).Should().Be(1);

    [Fact]
    public void Writing_and_parsing_gives_the_same_version() =>
        Prop.ForAll(Versions().ToArbitrary(), version => SemanticVersion.Parse(version.ToString()) == version)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_is_total() =>
        Prop.ForAll(
                Gen.Three(Versions()).ToArbitrary(),
                versions =>
                {
                    var (a, b, c) = versions;
                    return Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a)) && (!(a <= b && b <= c) || a <= c);
                }
            )
            .QuickCheckThrowOnFailure();

    internal static Gen<SemanticVersion> Versions()
    {
        var identifier = Gen.Elements("0", "1", "12", "alpha", "rc", "a-b", "0x", "-");
        var identifiers = Gen.NonEmptyListOf(identifier).Select(parts => string.Join('.', parts.Take(3)));
        var optional = Gen.OneOf(Gen.Constant<string?>(null), identifiers.Select(text => (string?)text));
        return from major in Gen.Choose(0, 3)
            from minor in Gen.Choose(0, 3)
            from patch in Gen.Choose(0, 3)
            from pre in optional
            from build in optional
            select new SemanticVersion(major, minor, patch, pre, build);
    }
}
