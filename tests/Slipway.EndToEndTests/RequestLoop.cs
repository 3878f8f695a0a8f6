using System.Collections.Concurrent;

namespace Slipway.EndToEndTests;

/// <summary>Asks an address again and again, on new and on kept connections, and remembers what did not answer well.</summary>
public sealed class RequestLoop : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentQueue<string> _failures = new();
    readonly Task[] _loops;
    int _answered;

    public RequestLoop(string url)
    {
        _loops = [LoopAsync(url, keepAlive: true), LoopAsync(url, keepAlive: false)];
    }

    public int Answered => Volatile.Read(ref _answered);

    public IReadOnlyCollection<string> Failures => _failures;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_loops);
        _stop.Dispose();
    }

    async Task LoopAsync(string url, bool keepAlive)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.ConnectionClose = !keepAlive;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(url));
                if (response.IsSuccessStatusCode)
                    Interlocked.Increment(ref _answered);
                else
                    _failures.Enqueue($"{(int)response.StatusCode}");
            }
            catch (HttpRequestException failure)
            {
                _failures.Enqueue(failure.Message);
            }

            await Task.Delay(Pause);
        }
    }
}
