using FsCheck;
using FsCheck.Fluent;
using TinyGallery.Api.Photos;
using TinyGallery.Tests;

namespace TinyGallery.UnitTests.Photos;

public sealed class ImageReaderTests
{
    public static TheoryData<string> Samples =>
        ["gradient.jpg", "gradient.png", "lossy.webp", "lossless.webp", "extended.webp"];

    [Theory]
    [InlineData("gradient.jpg", "image/jpeg")]
    [InlineData("gradient.png", "image/png")]
    [InlineData("lossy.webp", "image/webp")]
    [InlineData("lossless.webp", "image/webp")]
    [InlineData("extended.webp", "image/webp")]
    public void An_image_says_what_it_is_and_how_large(string sample, string contentType)
    {
        ImageReader
            .Read(SampleImages.Read(sample))
            .Should()
            .Be(new Image(contentType, SampleImages.Width, SampleImages.Height));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_image_cut_off_anywhere_is_none(string sample)
    {
        var whole = SampleImages.Read(sample);
        for (var length = 0; length < whole.Length; length++)
            ImageReader.Read(whole.AsSpan(0, length)).Should().BeNull($"{sample} has only {length} bytes");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Bytes_behind_the_end_do_not_matter(string sample)
    {
        ImageReader.Read([.. SampleImages.Read(sample), 1, 2, 3]).Should().NotBeNull();
    }

    [Fact]
    public void Any_bytes_are_an_image_or_none_and_never_a_failure()
    {
        Prop.ForAll<byte[]>(bytes => ImageReader.Read(bytes) is null or { Width: > 0, Height: > 0 })
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_damaged_image_is_an_image_or_none_and_never_a_failure(string sample)
    {
        var whole = SampleImages.Read(sample);
        var damage =
            from position in Gen.Choose(0, whole.Length - 1)
            from value in Gen.Choose(0, 255)
            from length in Gen.Choose(0, whole.Length)
            select (position, (byte)value, length);
        Prop.ForAll(
                damage.ToArbitrary(),
                damaged =>
                {
                    var (position, value, length) = damaged;
                    var bytes = whole.ToArray();
                    bytes[position] = value;
                    return ImageReader.Read(bytes.AsSpan(0, length)) is null or { Width: > 0, Height: > 0 };
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Width_and_height_of_a_png_are_read_wherever_the_format_allows_them()
    {
        Prop.ForAll(
                Gen.Choose(1, int.MaxValue).Two().ToArbitrary(),
                size =>
                {
                    var png = SampleImages.Png;
                    System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), size.Item1);
                    System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), size.Item2);
                    return ImageReader.Read(png) == new Image("image/png", size.Item1, size.Item2);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(16, 0u)]
    [InlineData(20, 0u)]
    [InlineData(16, 0x80000000u)]
    public void A_png_without_a_size_is_none(int offset, uint size)
    {
        var png = SampleImages.Png;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(offset), size);
        ImageReader.Read(png).Should().BeNull();
    }

    [Fact]
    public void A_png_without_pixels_is_none()
    {
        byte[] signatureAndHeader = SampleImages.Png[..33];
        byte[] end = SampleImages.Png[^12..];
        ImageReader.Read([.. signatureAndHeader, .. end]).Should().BeNull();
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<html></html>")]
    [InlineData("RIFF____WAVEfmt ")]
    public void Other_formats_are_none(string text)
    {
        ImageReader.Read(System.Text.Encoding.ASCII.GetBytes(text)).Should().BeNull();
    }

    [Fact]
    public void An_extended_webp_without_an_image_is_none()
    {
        var webp = SampleImages.Read("extended.webp")[..30];
        // The file's length, so that it ends behind the canvas.
        webp[4] = 22;
        webp[5] = 0;
        ImageReader.Read(webp).Should().BeNull();
    }
}
