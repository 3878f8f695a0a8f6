using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Slipway.Releases;

/// <summary>
/// Tells channels what happened. What cannot be told is answered, not thrown: no deployment fails because a chat is down.
/// Each channel takes at most 15 s: three attempts of 4 s each, 1 s and 2 s apart.
/// </summary>
public sealed class NoticeSender : IDisposable
{
    const int Attempts = 3;

    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    readonly TimeProvider _time;
    readonly TimeSpan _limit;

    /// <param name="time">For timestamps and the waits between attempts; default: the system's.</param>
    public NoticeSender(TimeProvider? time = null)
        : this(TimeSpan.FromSeconds(4), time) { }

    internal NoticeSender(TimeSpan limit, TimeProvider? time)
    {
        _limit = limit;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Tells all channels at the same time.</summary>
    /// <returns>A line for each that was not told, with the reason and without the address.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(
        IEnumerable<NoticeChannel> channels,
        Notice notice,
        CancellationToken cancellationToken = default
    )
    {
        var failures = await Task.WhenAll(channels.Select(channel => SendAsync(channel, notice, cancellationToken)));
        return [.. failures.OfType<string>()];
    }

    public void Dispose() => _http.Dispose();

    async Task<string?> SendAsync(NoticeChannel channel, Notice notice, CancellationToken cancellationToken)
    {
        var body = channel.Write(notice);
        var id = notice.Id ?? $"msg_{Guid.NewGuid():N}";
        for (var attempt = 1; ; attempt++)
        {
            var (why, mayPass, wait) = await PostAsync(channel, id, body, cancellationToken);
            if (why is null)
                return null;
            wait ??= FirstWait * attempt;
            if (!mayPass || attempt == Attempts || wait > LongestWait)
                return $"{channel.Name} could not be told: {why}";
            await Task.Delay(wait.Value, _time, cancellationToken);
        }
    }

    async Task<(string? Why, bool MayPass, TimeSpan? Wait)> PostAsync(
        NoticeChannel channel,
        string id,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, channel.Address)
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (channel.Key is { } key)
        {
            var now = _time.GetUtcNow();
            request.Headers.Add(WebhookKey.IdHeader, id);
            request.Headers.Add(
                WebhookKey.TimestampHeader,
                now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            );
            request.Headers.Add(WebhookKey.SignatureHeader, key.Sign(id, now, body));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_limit);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
            var status = (int)response.StatusCode;
            return response.IsSuccessStatusCode
                ? (null, false, null)
                : (
                    string.Create(CultureInfo.InvariantCulture, $"it answered {status}"),
                    response.StatusCode == HttpStatusCode.TooManyRequests || status >= 500,
                    response.Headers.RetryAfter?.Delta
                );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (
                string.Create(CultureInfo.InvariantCulture, $"no answer within {_limit.TotalSeconds:0} s"),
                true,
                null
            );
        }
        catch (HttpRequestException failure)
        {
            // Its message names the host, and the host is part of the address.
            return ($"it cannot be reached ({failure.HttpRequestError})", true, null);
        }
    }
}
