using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Slipway.Databases.Docker;

/// <summary>The few calls of the Docker Engine API (1.40 on) that one container takes, over the engine's socket.</summary>
sealed class EngineClient : IDisposable
{
    readonly string _socket;
    readonly HttpClient _http;

    public EngineClient(string socket)
    {
        _socket = socket;
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
                new NetworkStream(await ConnectAsync(cancellationToken), ownsSocket: true),
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri("http://docker/"), Timeout = TimeSpan.FromMinutes(5) };
    }

    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            using var response = await _http.GetAsync("_ping", limit.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>Makes sure that the image is there.</summary>
    /// <exception cref="IOException">It is not and cannot be pulled; the engine's words are the message.</exception>
    public async Task PullAsync(string image, CancellationToken cancellationToken)
    {
        using var present = await _http.GetAsync($"images/{image}/json", cancellationToken);
        if (present.StatusCode != HttpStatusCode.NotFound)
            return;
        var name = Uri.EscapeDataString(image);
        using var pull = await _http.PostAsync($"images/create?fromImage={name}", null, cancellationToken);
        var progress = await pull.Content.ReadAsStringAsync(cancellationToken);
        if (!pull.IsSuccessStatusCode)
            throw new IOException(MessageIn(progress));
        // A pull that fails half-way ends in a line with an error, under status 200.
        var last = progress.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "{}";
        if (JsonDocument.Parse(last).RootElement.TryGetProperty("error", out var error))
            throw new IOException(error.GetString());
    }

    public async Task<string> CreateAsync(object container, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync("containers/create", container, cancellationToken);
        return (await ReadAsync(response, cancellationToken)).GetProperty("Id").GetString()!;
    }

    /// <summary>Holds the container's standard input: it closes with the stream, or with this process.</summary>
    public async Task<Stream> AttachInputAsync(string id, CancellationToken cancellationToken)
    {
        var stream = new NetworkStream(await ConnectAsync(cancellationToken), ownsSocket: true);
        var request =
            $"POST /containers/{id}/attach?stream=1&stdin=1 HTTP/1.1\r\nHost: docker\r\n"
            + "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);

        var head = new StringBuilder();
        var next = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(next, cancellationToken) == 0)
                break;
            head.Append((char)next[0]);
        }

        if (head.ToString().Split(' ') is [_, "101" or "200", ..])
            return stream;
        await stream.DisposeAsync();
        throw new IOException($"The Docker engine did not attach: {head.ToString().Split('\r')[0]}");
    }

    public async Task StartAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsync($"containers/{id}/start", null, cancellationToken);
        await ReadAsync(response, cancellationToken);
    }

    /// <summary>Null when there is no such container, or none any more.</summary>
    public async Task<JsonElement?> InspectAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync($"containers/{id}/json", cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(response, cancellationToken);
    }

    /// <summary>Removes it, running or not; one that is gone is no error.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        using var _ = await _http.DeleteAsync($"containers/{id}?force=true&v=true", cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new IOException($"The Docker engine answered {(int)response.StatusCode}: {MessageIn(text)}");
        using var document = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
        return document.RootElement.Clone();
    }

    static string MessageIn(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.GetProperty("message").GetString() ?? answer;
        }
        catch (Exception malformed)
            when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return answer.Trim();
        }
    }
}
