namespace TinyGallery.Tests;

/// <summary>Real images, 24 by 16 pixels, made by a browser's encoders.</summary>
static class SampleImages
{
    public const int Width = 24;
    public const int Height = 16;

    public static byte[] Jpeg => Read("gradient.jpg");

    public static byte[] Png => Read("gradient.png");

    public static byte[] WebP => Read("lossy.webp");

    /// <summary>A PNG that stays valid with bytes added behind its end: a way to any size.</summary>
    public static byte[] PngOf(int size)
    {
        var png = Png;
        Array.Resize(ref png, size);
        return png;
    }

    public static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name));
}
