namespace Slipway.Releases;

/// <summary>A version or a release that cannot be had; the message says what, where, and what to do.</summary>
public sealed class ReleaseException : Exception
{
    public ReleaseException(string message)
        : base(message) { }

    public ReleaseException(string message, Exception innerException)
        : base(message, innerException) { }
}
