using System.Net;
using System.Net.Sockets;
using Slipway.Gateway.Sockets;

namespace Slipway.Gateway.Proxy;

/// <summary>What the instances are asked with.</summary>
static class InstanceClient
{
    /// <summary>As it comes, nothing added: redirects, cookies, encodings and trace headers are between client and instance.</summary>
    public static HttpMessageInvoker Create() =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                ActivityHeadersPropagator = null,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                // Shorter than what instances keep idle connections (Kestrel: 130 s), so that they never close first.
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
                ConnectCallback = ConnectAsync,
            }
        );

    static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new DeferredStream(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
