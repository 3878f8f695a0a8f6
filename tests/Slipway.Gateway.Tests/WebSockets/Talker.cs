using System.Net.WebSockets;

namespace Slipway.Gateway.Tests.WebSockets;

/// <summary>
/// One end of a WebSocket that sends large messages in fragments all the time, checks every byte that comes, and answers a
/// close.
/// </summary>
sealed class Talker(WebSocket socket)
{
    public const int Fragment = 300_000;
    const int FragmentsOfAMessage = 5;

    volatile bool _closed;

    /// <summary>Bytes that have come, each as it was sent.</summary>
    public long Received { get; private set; }

    /// <summary>With which the other end, or the gateway for it, closed.</summary>
    public WebSocketCloseStatus? Status => socket.CloseStatus;

    /// <summary>Ends when it was closed and has answered; throws when the stream breaks off or a byte is wrong.</summary>
    public async Task RunAsync()
    {
        var sending = SendAsync();
        try
        {
            await ReceiveAsync();
        }
        finally
        {
            _closed = true;
        }

        await sending;
        await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, default);
    }

    async Task SendAsync()
    {
        var fragment = new byte[Fragment];
        var sent = 0L;
        for (var number = 1; !_closed; number++)
        {
            for (var index = 0; index < Fragment; index++)
                fragment[index] = ByteAt(sent + index);
            await socket.SendAsync(
                fragment.AsMemory(),
                WebSocketMessageType.Binary,
                endOfMessage: number % FragmentsOfAMessage == 0,
                default
            );
            sent += Fragment;
        }
    }

    async Task ReceiveAsync()
    {
        var buffer = new byte[50_000];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), default);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            for (var index = 0; index < part.Count; index++)
            {
                if (buffer[index] != ByteAt(Received + index))
                    throw new InvalidDataException($"Byte {Received + index} is wrong.");
            }

            Received += part.Count;
        }
    }

    static byte ByteAt(long position) => (byte)(position ^ (position >> 8) ^ (position >> 16));
}
