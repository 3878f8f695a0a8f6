using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slipway.Protocol.Gateway;

namespace Slipway.Platforms.Local.Gateway;

/// <summary>
/// Talks to a gateway on its admin socket. Each call has a limit of 10 seconds (a drain: its own and 10 more) and throws
/// <see cref="GatewayUnavailableException"/> when nobody answers, <see cref="StaleTokenException"/> when the lease is
/// over, <see cref="GatewayRefusedException"/> when the request makes no sense to the gateway.
/// </summary>
public sealed class GatewayClient : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    readonly HttpClient _http;
    readonly string _socket;
    readonly TimeProvider _time;

    public GatewayClient(string socket, TimeProvider? time = null)
    {
        _socket = socket;
        _time = time ?? TimeProvider.System;
        var handler = new SocketsHttpHandler { UseProxy = false, ConnectCallback = ConnectAsync };
        _http = new HttpClient(handler)
        {
            BaseAddress = new Uri("http://gateway/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>What the gateway routes, and its counters.</summary>
    public async Task<GatewayStatus> StatusAsync(CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "status");
        return (await SendAsync(request, GatewayJson.Default.GatewayStatus, token: 0, Limit, cancel))!;
    }

    /// <summary>
    /// Replaces the whole routing table. When it returns, the table is on disk and in force for every request that starts.
    /// </summary>
    public async Task SetRoutesAsync(RoutesUpdate routes, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(routes);
        using var request = new HttpRequestMessage(HttpMethod.Put, "routes");
        request.Content = JsonContent.Create(routes, GatewayJson.Default.RoutesUpdate);
        await SendAsync<GatewayStatus>(request, answer: null, routes.Token, Limit, cancel);
    }

    /// <summary>Waits until nothing is in flight on the slot, which must have no weight any more, or for the request's limit.</summary>
    public async Task<DrainResult> DrainAsync(DrainRequest drain, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(drain);
        using var request = new HttpRequestMessage(HttpMethod.Post, "drain");
        request.Content = JsonContent.Create(drain, GatewayJson.Default.DrainRequest);
        var limit = TimeSpan.FromSeconds(drain.TimeoutSeconds) + Limit;
        return (await SendAsync(request, GatewayJson.Default.DrainResult, drain.Token, limit, cancel))!;
    }

    /// <summary>Waits for a gateway that was just started; throws <see cref="GatewayUnavailableException"/> at the limit.</summary>
    public async Task<GatewayStatus> WaitUntilReadyAsync(TimeSpan limit, CancellationToken cancel = default)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            try
            {
                return await StatusAsync(cancel);
            }
            catch (GatewayUnavailableException) when (_time.GetElapsedTime(started) < limit)
            {
                await Task.Delay(Between, _time, cancel);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    async Task<T?> SendAsync<T>(
        HttpRequestMessage request,
        JsonTypeInfo<T>? answer,
        long token,
        TimeSpan limit,
        CancellationToken cancel
    )
        where T : class
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
                throw await RefusalAsync(response, token, either.Token);
            return answer is null ? null : await response.Content.ReadFromJsonAsync(answer, either.Token);
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            throw new GatewayUnavailableException(_socket, failure);
        }
        catch (JsonException unreadable)
        {
            throw new GatewayRefusedException(
                $"The gateway on {_socket} answered something unknown ({unreadable.Message}): is it of another version?"
            );
        }
    }

    static async Task<Exception> RefusalAsync(HttpResponseMessage response, long token, CancellationToken cancel)
    {
        var refusal = await response.Content.ReadFromJsonAsync(GatewayJson.Default.GatewayRefusal, cancel);
        return response.StatusCode == HttpStatusCode.Conflict && refusal?.Current is { } current
            ? new StaleTokenException(token, current)
            : new GatewayRefusedException(refusal?.Error ?? $"The gateway answered {(int)response.StatusCode}.");
    }

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
