using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Slipway.Gateway;

/// <summary>
/// What one client may ask of the gateway. They are the server's defaults where those are right, written out, because
/// they are promises.
/// </summary>
static class Limits
{
    /// <summary>What a client gets to send a request's line and headers: 408 after it.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    /// <summary>How long a kept connection may stay idle. Longer than clients and balancers keep theirs, usually 60 s.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(130);

    /// <summary>Bytes of the request line: 414 above it.</summary>
    public const int RequestLine = 8 * 1024;

    /// <summary>Bytes of all headers together: 431 above it.</summary>
    public const int HeaderBytes = 32 * 1024;

    /// <summary>How many headers: 431 above it.</summary>
    public const int HeaderCount = 100;

    /// <summary>A body that comes slower, after a grace of five seconds, is given up with 408: 240 bytes a second.</summary>
    public static readonly MinDataRate BodyRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    /// <param name="limits">To set.</param>
    /// <param name="maxBodyBytes">See <see cref="GatewayOptions"/>.</param>
    public static void Apply(KestrelServerLimits limits, long maxBodyBytes)
    {
        limits.RequestHeadersTimeout = Headers;
        limits.KeepAliveTimeout = KeepAlive;
        limits.MaxRequestLineSize = RequestLine;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = HeaderCount;
        limits.MinRequestBodyDataRate = BodyRate;
        limits.MaxRequestBodySize = maxBodyBytes;
    }
}
