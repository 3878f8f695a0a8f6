namespace Slipway.Proofs.Load;

/// <summary>Photos of any size.</summary>
static class Photos
{
    /// <summary>One pixel. What follows a PNG's end is kept and ignored, so bytes behind it make it any size.</summary>
    static readonly byte[] s_png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    public static byte[] Png(int size, Random random)
    {
        var photo = new byte[size];
        random.NextBytes(photo);
        s_png.CopyTo(photo, 0);
        return photo;
    }
}
