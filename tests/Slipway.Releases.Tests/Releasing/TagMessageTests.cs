namespace Slipway.Releases.Tests.Releasing;

public sealed class TagMessageTests
{
    static readonly ReleasedImage s_image = new("sample:1", $"sha256:{new string('a', 64)}", new string('b', 40));

    [Fact]
    public void It_is_the_changelog_s_section_and_the_image() =>
        TagMessage
            .Write(new SemanticVersion(1, 1, 0), "### Added\n\n- Something.\n", s_image, signed: true)
            .Should()
            .Be($"Release 1.1.0\n\n### Added\n\n- Something.\n\nImage: sample:1\nImage-Digest: {s_image.Digest}\n");

    [Fact]
    public void A_tag_without_a_signature_states_the_choice() =>
        TagMessage
            .Write(new SemanticVersion(1, 1, 0), "- Something.", s_image, signed: false)
            .Should()
            .EndWith("\nSignature: none, by choice (--unsigned)\n");

    [Theory]
    [InlineData("sample:1")]
    [InlineData(null)]
    public void The_image_is_read_back(string? reference)
    {
        var image = s_image with { Reference = reference };

        TagMessage
            .ReadImage(TagMessage.Write(new SemanticVersion(1, 1, 0), "- x", image, signed: true), image.Commit)
            .Should()
            .Be(image);
    }

    [Fact]
    public void A_tag_of_somebody_else_names_no_image() =>
        TagMessage.ReadImage("object 1\n\nv1.0.0\n", s_image.Commit).Should().BeNull();

    [Theory]
    [InlineData("message\n-----BEGIN PGP SIGNATURE-----\n", true)]
    [InlineData("message\n-----BEGIN SSH SIGNATURE-----\n", true)]
    [InlineData("message\n-----BEGIN SIGNED MESSAGE-----\n", true)]
    [InlineData("message about -----BEGIN PGP SIGNATURE-----\n", false)]
    public void A_signature_is_seen(string tag, bool seen) => TagMessage.IsSigned(tag).Should().Be(seen);
}
