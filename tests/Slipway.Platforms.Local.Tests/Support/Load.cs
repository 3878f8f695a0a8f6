using System.Collections.Concurrent;
using System.Net;
using System.Runtime.Versioning;

namespace Slipway.Platforms.Local.Tests.Support;

/// <summary>Four clients that ask without a pause until they are stopped; every other one asks slowly.</summary>
[UnsupportedOSPlatform("windows")]
sealed class Load : IAsyncDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> _failures = new();
    readonly Task _clients;

    public Load(LocalSite site)
    {
        _clients = Task.WhenAll(Enumerable.Range(0, 4).Select(lane => AskAsync(site, lane)));
    }

    /// <summary>The versions that answered.</summary>
    public IReadOnlyCollection<string> Versions => [.. _answers.Keys];

    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Returns when the last answer has come.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _clients;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    async Task AskAsync(LocalSite site, int lane)
    {
        // In flight at each change of the routes.
        var path = lane % 2 == 0 ? "/slow?milliseconds=5" : "/slow?milliseconds=400";
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var response = await site.Http.GetAsync(path, CancellationToken.None);
                var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
                if (response.StatusCode == HttpStatusCode.OK)
                    _answers.AddOrUpdate(body, 1, (_, count) => count + 1);
                else
                    _failures.Enqueue($"{(int)response.StatusCode} {body}");
            }
            catch (HttpRequestException failure)
            {
                _failures.Enqueue(failure.Message);
            }
        }
    }
}
