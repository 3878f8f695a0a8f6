namespace Slipway.Images;

/// <summary>An image, a layout or a reference that cannot be used; the message says what, where, and what to do.</summary>
public sealed class ImageException : Exception
{
    public ImageException(string message)
        : base(message) { }

    public ImageException(string message, Exception innerException)
        : base(message, innerException) { }
}
