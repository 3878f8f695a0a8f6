using System.Net;
using System.Text;

namespace Slipway.Testing;

/// <summary>What arrived at a receiver of webhooks.</summary>
public sealed record ReceivedWebhook(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>A server on loopback that takes webhooks in.</summary>
public sealed class WebhookReceiver : IDisposable
{
    readonly HttpListener _listener = new();
    readonly Lock _lock = new();
    readonly List<ReceivedWebhook> _received = [];
    readonly Queue<(int Status, string? RetryAfter)> _answers = new();
    readonly CancellationTokenSource _end = new();

    public WebhookReceiver()
    {
        Address = $"http://127.0.0.1:{FreePort.Next()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>Is called when a message has come in and is not answered yet.</summary>
    public Action? Arrived { get; set; }

    /// <summary>Takes requests in and never answers.</summary>
    public bool IsSilent { get; init; }

    public IReadOnlyList<ReceivedWebhook> Received
    {
        get
        {
            lock (_lock)
                return [.. _received];
        }
    }

    /// <summary>The next request gets this status; without one, 202.</summary>
    public void Answer(int status, string? retryAfter = null)
    {
        lock (_lock)
            _answers.Enqueue((status, retryAfter));
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Close();
        _end.Dispose();
    }

    async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await TakeAsync(context);
        }
    }

    async Task TakeAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var headers = context.Request.Headers.AllKeys.ToDictionary(
            name => name!,
            name => context.Request.Headers[name]!,
            StringComparer.OrdinalIgnoreCase
        );
        lock (_lock)
        {
            _received.Add(new ReceivedWebhook(context.Request.Url!.AbsolutePath, headers, body.ToArray()));
            var (status, retryAfter) = _answers.TryDequeue(out var answer) ? answer : (202, null);
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers["Retry-After"] = retryAfter;
            if (status is >= 300 and < 400)
                context.Response.Headers["Location"] = $"{Address}elsewhere";
        }

        Arrived?.Invoke();
        if (!IsSilent)
            context.Response.Close();
    }
}
