using Slipway.Workflows.Caching.Trees;

namespace Slipway.Workflows.Tests.Caching.Trees;

public sealed class AssemblyIdentityTests
{
    static readonly byte[] Own = File.ReadAllBytes(typeof(AssemblyIdentityTests).Assembly.Location);

    [Fact]
    public void An_assembly_is_the_version_of_its_module() =>
        AssemblyIdentity
            .Of(Own)
            .Should()
            .Be($"module {typeof(AssemblyIdentityTests).Assembly.ManifestModule.ModuleVersionId}");

    [Fact]
    public void What_is_added_behind_it_does_not_make_it_another() =>
        AssemblyIdentity.Of([.. Own, .. "native code"u8]).Should().Be(AssemblyIdentity.Of(Own));

    [Fact]
    public void What_is_no_assembly_is_what_it_holds()
    {
        AssemblyIdentity.Of("a library"u8.ToArray()).Should().StartWith("file ");
        AssemblyIdentity.Of("a library"u8.ToArray()).Should().NotBe(AssemblyIdentity.Of("another"u8.ToArray()));
        AssemblyIdentity.Of([]).Should().StartWith("file ");
    }

    [Fact]
    public void Half_an_assembly_is_none() =>
        AssemblyIdentity.Of(Own[..300]).Should().StartWith("file ").And.NotBe(AssemblyIdentity.Of(Own[..299]));
}
