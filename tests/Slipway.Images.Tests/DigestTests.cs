using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Slipway.Images.Tests;

public class DigestTests
{
    // NIST's example for SHA-256 of one block.
    const string OfAbc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void Content_has_its_published_digest()
    {
        Digest.Of("abc"u8).ToString().Should().Be(OfAbc);
        Digest.Of(new MemoryStream("abc"u8.ToArray())).Should().Be(Digest.Parse(OfAbc));
    }

    [Fact]
    public void Writing_and_parsing_gives_the_same_digest() =>
        Prop.ForAll<byte[]>(content => Digest.Parse(Digest.Of(content).ToString()) == Digest.Of(content))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Different_contents_have_different_digests() =>
        Prop.ForAll<byte[], byte[]>((left, right) => left.SequenceEqual(right) == (Digest.Of(left) == Digest.Of(right)))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("sha256:")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("sha256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0")]
    [InlineData("sha256:../../../../../../../etc/passwd/////////////////////////////////")]
    [InlineData("sha512:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void What_is_no_digest_is_refused_and_quoted(string text)
    {
        Digest.TryParse(text, out _).Should().BeFalse();
        FluentActions
            .Invoking(() => Digest.Parse(text))
            .Should()
            .Throw<ImageException>()
            .WithMessage($"'{text}' is not a digest*");
    }

    [Fact]
    public void Null_is_no_digest() => Digest.TryParse(null, out _).Should().BeFalse();

    [Fact]
    public void In_json_it_is_a_string() =>
        JsonSerializer
            .Deserialize<Digest>(JsonSerializer.Serialize(Digest.Parse(OfAbc)))
            .Should()
            .Be(Digest.Of(Encoding.ASCII.GetBytes("abc")));

    [Fact]
    public void People_see_twelve_digits() => Digest.Parse(OfAbc).Abbreviated.Should().Be("ba7816bf8f01");
}
