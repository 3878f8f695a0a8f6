using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Slipway.Proofs.Load;

/// <summary>
/// Users of the small test backend: they ask its version, write notes and read them again, wait for an answer that is
/// long in coming, and talk over a WebSocket.
/// </summary>
sealed class NotesTraffic(Uri address) : ITraffic
{
    /// <summary>How long a long poll is without an answer.</summary>
    const int PollMilliseconds = 2000;

    readonly Clients _clients = new(address);
    readonly Random _random = new(1);
    readonly ConcurrentDictionary<string, string> _notes = new(StringComparer.Ordinal);

    public int Acknowledged => _notes.Count;

    public Task SeedAsync() => WriteAsync(0, CancellationToken.None);

    public Request Next(long number) =>
        _random.Next(100) switch
        {
            < 5 => new("long poll", IsLong: true, cancellation => PollAsync(number, cancellation)),
            < 10 => new("WebSocket", IsLong: true, TalkAsync),
            < 40 => new("new note", false, cancellation => WriteAsync(number, cancellation)),
            < 70 => new("note", false, cancellation => ReadAsync(number, "0", cancellation)),
            _ => new("version", false, cancellation => GetAsync(number, "/version", cancellation)),
        };

    public async Task<IReadOnlyList<string>> LostAsync()
    {
        var lost = new List<string>();
        foreach (var name in _notes.Keys)
        {
            try
            {
                await ReadAsync(0, name, CancellationToken.None);
            }
            catch (Exception gone) when (gone is WrongAnswerException or HttpRequestException)
            {
                lost.Add($"note {name}: {gone.Message}");
            }
        }

        return lost;
    }

    public void Dispose() => _clients.Dispose();

    async Task WriteAsync(long number, CancellationToken cancellation)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        // Another environment has notes of the same names.
        var text = $"note {name} at {address.Port} {new string('x', 200)}";
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri(address, $"/notes/{name}"))
        {
            Content = new StringContent(text),
        };
        await _clients.For(number).BodyAsync(request, HttpStatusCode.Created, cancellation);
        _notes[name] = text;
    }

    async Task ReadAsync(long number, string name, CancellationToken cancellation)
    {
        var text = await GetAsync(number, $"/notes/{name}", cancellation);
        Answers.Require(text == _notes[name], "a note has another text");
    }

    async Task PollAsync(long number, CancellationToken cancellation) =>
        Answers.Require(
            (await GetAsync(number, $"/slow?milliseconds={PollMilliseconds}", cancellation)).Length > 0,
            "a long poll has no answer"
        );

    async Task<string> GetAsync(long number, string path, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        return Encoding.UTF8.GetString(await _clients.For(number).BodyAsync(request, HttpStatusCode.OK, cancellation));
    }

    /// <summary>A few words for about as long as a long poll, each of which must come back, and a proper close.</summary>
    async Task TalkAsync(CancellationToken cancellation)
    {
        const int Words = 10;
        using var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        var buffer = new byte[64];
        try
        {
            await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/echo" }.Uri, cancellation);
            for (var word = 0; word < Words; word++)
            {
                var text = Encoding.UTF8.GetBytes($"word {word}");
                await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellation);
                var echo = await socket.ReceiveAsync(buffer, cancellation);
                Answers.Require(text.AsSpan().SequenceEqual(buffer.AsSpan(0, echo.Count)), "an echo is another");
                await Task.Delay(PollMilliseconds / Words, cancellation);
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", cancellation);
        }
        catch (WebSocketException broken)
        {
            throw new WrongAnswerException($"a WebSocket broke: {broken.Message}");
        }
    }
}
