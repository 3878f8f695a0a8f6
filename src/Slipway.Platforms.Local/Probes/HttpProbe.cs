using System.Globalization;
using Slipway.Delivery.Environments;

namespace Slipway.Platforms.Local.Probes;

/// <summary>What an HTTP question brought.</summary>
/// <param name="Status">Null: no answer.</param>
/// <param name="Body">The answer's body, or why there is none.</param>
sealed record ProbeAnswer(int? Status, string Body)
{
    public bool IsReady => Status == 200;

    public override string ToString() =>
        Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"{status} {Body}").TrimEnd() : Body;
}

/// <summary>Asks over HTTP on loopback: no proxy, no redirect, no cookie, each with a limit.</summary>
sealed class HttpProbe : IDisposable
{
    static readonly TimeSpan s_readyLimit = TimeSpan.FromSeconds(2);

    readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            // A new connection each time: the answer of the process that listens now.
            PooledConnectionLifetime = TimeSpan.Zero,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public Task<ProbeAnswer> ReadyAsync(Uri instance, ServiceContract service, CancellationToken cancellation) =>
        AskAsync(HttpMethod.Get, new Uri(instance, service.ReadyPath), [], s_readyLimit, cancellation);

    public async Task<ProbeAnswer> AskAsync(
        HttpMethod method,
        Uri address,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        TimeSpan limit,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limit);
        try
        {
            using var response = await _http.SendAsync(request, timeout.Token);
            return new ProbeAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(timeout.Token));
        }
        catch (HttpRequestException failure)
        {
            return new ProbeAnswer(null, failure.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ProbeAnswer(
                null,
                string.Create(CultureInfo.InvariantCulture, $"no answer within {limit.TotalSeconds:0.#} s")
            );
        }
    }

    public void Dispose() => _http.Dispose();
}
