using System.Net.Sockets;

namespace Slipway.Proofs.Load;

/// <summary>
/// The three ways in which users come: on a connection that is kept, on a new one for each request, and slowly.
/// </summary>
sealed class Clients : IDisposable
{
    readonly HttpClient _kept;
    readonly HttpClient _new;

    public Clients(Uri address)
    {
        _kept = new HttpClient(Handler()) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        _new = new HttpClient(Handler()) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        _new.DefaultRequestHeaders.ConnectionClose = true;
        Slow = new HttpClient(Handler(SlowReader)) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Has so small a buffer that an answer which is read slowly stays unsent at the other side.</summary>
    public HttpClient Slow { get; }

    /// <summary>
    /// Every second request is on a new connection. .NET's client sends a request again by itself when a kept connection
    /// turns out to be closed; on a new one it never does, so those show every loss.
    /// </summary>
    public HttpClient For(long number) => number % 2 == 0 ? _kept : _new;

    public void Dispose()
    {
        _kept.Dispose();
        _new.Dispose();
        Slow.Dispose();
    }

    const int SlowReader = 16 * 1024;

    static SocketsHttpHandler Handler(int? receiveBuffer = null)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        if (receiveBuffer is not { } size)
            return handler;
        handler.ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = size };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        return handler;
    }
}
