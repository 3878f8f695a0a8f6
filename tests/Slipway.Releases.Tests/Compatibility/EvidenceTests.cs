using Slipway.Releases.Compatibility;
using Slipway.Releases.Compatibility.OpenApi;
using Slipway.Releases.Compatibility.PublicApi;
using Slipway.Releases.Tests.Compatibility.OpenApi;

namespace Slipway.Releases.Tests.Compatibility;

public sealed class EvidenceTests
{
    const string File = "docs/openapi/it.json";
    static readonly string s_none = Api.Document("'paths': {}").Replace('\'', '"');
    static readonly string s_one = Api.Document("'paths': { '/a': { 'get': {} } }").Replace('\'', '"');

    [Fact]
    public void A_release_without_a_description_is_not_checked()
    {
        var evidence = OpenApiEvidence.Of("v1.0.0", File, old: null, s_one);

        (evidence.IsChecked, evidence.Summary).Should().Be((false, "v1.0.0 has no docs/openapi/it.json"));
    }

    [Fact]
    public void The_changes_of_a_description_need_their_bumps()
    {
        var evidence = OpenApiEvidence.Of("v1.0.0", File, s_one, s_none);

        (evidence.IsChecked, evidence.Summary, evidence.Needs).Should().Be((true, "1 breaking change", Bump.Major));
        OpenApiEvidence.Of("v1.0.0", File, s_none, s_one).Needs.Should().Be(Bump.Minor);
        OpenApiEvidence.Of("v1.0.0", File, s_one, s_one).Needs.Should().Be(Bump.None);
    }

    [Fact]
    public void What_the_release_kept_must_be_readable() =>
        FluentActions
            .Invoking(() => OpenApiEvidence.Of("v1.0.0", File, "{", s_one))
            .Should()
            .Throw<ReleaseException>()
            .WithMessage("docs/openapi/it.json of v1.0.0 is not JSON*");

    [Fact]
    public void A_description_is_kept_without_its_version()
    {
        var first = OpenApiDocument.ToKept(s_one, "it");

        first.Should().Be(OpenApiDocument.ToKept(first, "it")).And.EndWith("}\n").And.NotContain("\r");
        OpenApiDocument.ToKept(s_one.Replace("\"1\"", "\"2\"", StringComparison.Ordinal), "it").Should().Be(first);
    }

    [Fact]
    public void Without_a_packed_library_nothing_is_checked()
    {
        var evidence = PublicApiEvidence.Of("v1.0.0", []);

        (evidence.IsChecked, evidence.Summary).Should().Be((false, "no packed library: nothing to check"));
    }

    [Fact]
    public void A_packed_library_is_compared_with_its_lines_of_the_release()
    {
        var evidence = PublicApiEvidence.Of(
            "v1.0.0",
            [
                new PackedLibrary("A", "src/A/PublicApi.txt", ["class A", "class B"], ["class A", "class C"]),
                new PackedLibrary("B", "src/B/PublicApi.txt", Old: null, ["class B"]),
            ]
        );

        evidence
            .Summary.Should()
            .Be("2 changes, 1 of them breaking; not checked, new since v1.0.0: src/B/PublicApi.txt");
        evidence
            .Findings.Should()
            .Equal(
                new Finding("api-removed", Bump.Major, "A", "class B"),
                new Finding("api-added", Bump.Minor, "A", "class C")
            );
    }

    [Fact]
    public void Packed_libraries_that_the_release_did_not_know_are_not_checked() =>
        PublicApiEvidence
            .Of("v1.0.0", [new PackedLibrary("B", "src/B/PublicApi.txt", Old: null, [])])
            .IsChecked.Should()
            .BeFalse();
}
