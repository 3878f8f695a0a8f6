using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Images.Tests;

public class ImageReferenceTests
{
    const string SomeDigest = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    // The cases of the distribution project's own reference tests, by meaning.
    [Theory]
    [InlineData("gallery", null, "gallery", null)]
    [InlineData("gallery:1.2.3", null, "gallery", "1.2.3")]
    [InlineData("team/gallery:main", null, "team/gallery", "main")]
    [InlineData("test.com/repo:tag", "test.com", "repo", "tag")]
    [InlineData("test:5000/repo", "test:5000", "repo", null)]
    [InlineData("test.com:8080/repo:8080", "test.com:8080", "repo", "8080")]
    [InlineData("localhost/gallery", "localhost", "gallery", null)]
    [InlineData("127.0.0.1:5000/a/b/c:x", "127.0.0.1:5000", "a/b/c", "x")]
    [InlineData("[2001:db8::1]:5000/repo", "[2001:db8::1]:5000", "repo", null)]
    [InlineData("Registry/gallery", "Registry", "gallery", null)]
    [InlineData("xn--n3h.com/myimage:xn--n3h.com", "xn--n3h.com", "myimage", "xn--n3h.com")]
    [InlineData("foo_bar.com:8080", null, "foo_bar.com", "8080")]
    [InlineData("a__b--c.d:_tag.-", null, "a__b--c.d", "_tag.-")]
    public void It_is_read_in_parts(string text, string? domain, string path, string? tag)
    {
        var reference = ImageReference.Parse(text);

        reference.Domain.Should().Be(domain);
        reference.Path.Should().Be(path);
        reference.Tag.Should().Be(tag);
        reference.Digest.Should().BeNull();
        reference.ToString().Should().Be(text);
    }

    [Fact]
    public void A_digest_follows_an_at_sign()
    {
        var reference = ImageReference.Parse($"test:5000/repo:tag@{SomeDigest}");

        reference.Name.Should().Be("test:5000/repo");
        reference.Tag.Should().Be("tag");
        reference.Digest.Should().Be(Digest.Parse(SomeDigest));
        reference.ToString().Should().EndWith(SomeDigest);
    }

    [Theory]
    [InlineData("", "must have 1 to 255 characters")]
    [InlineData(":tag", "must have 1 to 255 characters")]
    [InlineData("Gallery", "lower-case")]
    [InlineData("aa/asdf$$^/aa", "lower-case")]
    [InlineData("team//gallery", "lower-case")]
    [InlineData("gallery/", "lower-case")]
    [InlineData("a___b", "lower-case")]
    [InlineData("../gallery", "host name")]
    [InlineData("-test.com/repo", "host name")]
    [InlineData("test.com:port/repo", "host name")]
    [InlineData("gallery:", "a tag has")]
    [InlineData("gallery:-x", "a tag has")]
    [InlineData("gallery:a b", "a tag has")]
    [InlineData("gallery@sha256:123", "after '@'")]
    [InlineData("gallery:tag\n", "a tag has")]
    public void What_is_no_reference_is_refused_saying_which_part(string text, string why) =>
        FluentActions
            .Invoking(() => ImageReference.Parse(text))
            .Should()
            .Throw<ImageException>()
            .WithMessage($"'{text}' is not an image reference: *{why}*");

    [Fact]
    public void Names_and_tags_have_their_limits()
    {
        ImageReference.TryParse(new string('a', 255), out _).Should().BeTrue();
        ImageReference.TryParse(new string('a', 256), out _).Should().BeFalse();
        ImageReference.TryParse("a:" + new string('t', 128), out _).Should().BeTrue();
        ImageReference.TryParse("a:" + new string('t', 129), out _).Should().BeFalse();
        ImageReference.TryParse(null, out _).Should().BeFalse();
    }

    [Fact]
    public void Writing_and_parsing_gives_the_same_reference() =>
        Prop.ForAll(
                References().ToArbitrary(),
                text =>
                {
                    var parsed = ImageReference.Parse(text);
                    return parsed.ToString() == text && ImageReference.Parse(parsed.ToString()) == parsed;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_parses_or_is_refused_but_never_fails_otherwise() =>
        Prop.ForAll<string?>(text => !ImageReference.TryParse(text, out var parsed) || parsed.ToString() == text)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Another_tag_keeps_the_repository()
    {
        ImageReference.Parse($"a.b/c:1@{SomeDigest}").WithTag("2").ToString().Should().Be("a.b/c:2");
        FluentActions.Invoking(() => TestImage.Reference.WithTag("no tag")).Should().Throw<ImageException>();
    }

    static Gen<string> References()
    {
        var component =
            from first in Gen.Elements("a", "gallery", "0x", "team1")
            from separator in Gen.Elements("", ".x", "_x", "__x", "-x", "---x")
            select first + separator;
        return from domain in Gen.Elements("", "localhost/", "test.com/", "h:5000/", "10.0.0.1:1/", "[::1]/", "Upper/")
            from path in Gen.NonEmptyListOf(component)
            from tag in Gen.Elements("", ":latest", ":1.2.3-rc.1", ":_", ":" + new string('x', 128))
            from digest in Gen.Elements("", "@" + SomeDigest)
            where path.Count < 20
            select domain + string.Join('/', path) + tag + digest;
    }
}
