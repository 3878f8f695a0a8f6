namespace Slipway.Workflows.Running.Runs;

/// <summary>How a job of this run is ended from outside: by a person, by its matrix, by its own time limit.</summary>
sealed class JobEnd : IDisposable
{
    static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    readonly CancellationTokenSource _requested;
    readonly CancellationTokenSource _forced;
    readonly TimeProvider _time;

    public JobEnd(TimeProvider time)
    {
        _time = time;
        _requested = new CancellationTokenSource();
        _forced = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
    }

    public JobCancellation Cancellation => new(_requested.Token, _forced.Token);

    /// <summary>Why; null: nobody has asked.</summary>
    public string? Reason { get; private set; }

    /// <summary>The first reason counts.</summary>
    public void Ask(string reason, TimeSpan? patience = null)
    {
        Reason ??= reason;
        _forced.CancelAfter(patience ?? Usual);
        _requested.Cancel();
    }

    /// <summary>Asks by itself when the time is over.</summary>
    public ITimer After(TimeSpan limit, string reason) =>
        _time.CreateTimer(_ => Ask(reason), null, limit, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _requested.Dispose();
        _forced.Dispose();
    }
}
