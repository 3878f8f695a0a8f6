using System.Collections.Concurrent;
using System.Diagnostics;

namespace Slipway.Proofs.Load;

/// <summary>
/// Sends requests at a fixed rate, on a schedule that no answer can delay, and counts each latency from the moment in
/// which the request was due.
/// </summary>
/// <remarks>
/// Gil Tene ("How NOT to Measure Latency") calls the opposite coordinated omission: a generator that waits for an answer
/// before it sends the next request stops asking just while the service stands still, so a pause of a second that a
/// hundred users would have met is counted once. Here those hundred are sent, or, when the generator itself was held
/// up, are counted as late by as long as they were held up.
/// </remarks>
sealed class OpenLoop : IAsyncDisposable
{
    /// <summary>No request may take longer.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentQueue<Sample> _samples = new();
    readonly List<Task> _sent = [];
    readonly Stopwatch _clock = Stopwatch.StartNew();
    readonly ITraffic _traffic;
    readonly Task _schedule;

    public OpenLoop(ITraffic traffic, int perSecond)
    {
        _traffic = traffic;
        _schedule = Task.Run(() => ScheduleAsync(TimeSpan.FromSeconds(1.0 / perSecond)));
    }

    /// <summary>Since the load began.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Sends no more, waits for the answers that are out, and gives all samples.</summary>
    public async Task<IReadOnlyList<Sample>> EndAsync()
    {
        await _stop.CancelAsync();
        await _schedule;
        await Task.WhenAll(_sent);
        return [.. _samples.OrderBy(sample => sample.Due)];
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _stop.Dispose();
    }

    async Task ScheduleAsync(TimeSpan interval)
    {
        for (var number = 0L; !_stop.IsCancellationRequested; number++)
        {
            var due = interval * number;
            var wait = due - _clock.Elapsed;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (_stop.IsCancellationRequested)
                return;
            var request = _traffic.Next(number);
            _sent.Add(Task.Run(() => SendAsync(request, due)));
        }
    }

    async Task SendAsync(Request request, TimeSpan due)
    {
        using var limit = new CancellationTokenSource(Limit);
        string? failure = null;
        try
        {
            await request.SendAsync(limit.Token);
        }
        catch (Exception lost)
            when (lost is HttpRequestException or IOException or WrongAnswerException or OperationCanceledException)
        {
            failure = limit.IsCancellationRequested ? $"no answer within {Limit.TotalSeconds:0} s" : Describe(lost);
        }

        _samples.Enqueue(new Sample(request.Kind, request.IsLong, due, _clock.Elapsed - due, failure));
    }

    static string Describe(Exception failure) =>
        failure.InnerException is { } inner ? $"{failure.Message} {inner.Message}" : failure.Message;
}
