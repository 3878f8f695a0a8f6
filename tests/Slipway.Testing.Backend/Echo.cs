using System.Net.WebSockets;

namespace Slipway.Testing.Backend;

/// <summary>A WebSocket that sends back what it gets, until the other side closes it.</summary>
static class Echo
{
    public static void MapEcho(this WebApplication app)
    {
        app.UseWebSockets();
        app.Map("/echo", AnswerAsync);
    }

    static async Task AnswerAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[4096];
        while (socket.State is WebSocketState.Open)
        {
            var got = await socket.ReceiveAsync(buffer, context.RequestAborted);
            if (got.MessageType is WebSocketMessageType.Close)
                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
            else
                await socket.SendAsync(
                    buffer.AsMemory(0, got.Count),
                    got.MessageType,
                    got.EndOfMessage,
                    context.RequestAborted
                );
        }
    }
}
