using Slipway.Delivery.State;

namespace Slipway.Delivery.Leases;

/// <summary>
/// The right to change an environment. It lasts 15 s and is renewed every 5 s in the background; a holder that stops
/// renewing loses it to the next one, whose fencing token is higher. All reading and writing of the lease's file, and
/// each journal entry, happens under one short file lock, so that "is my token the newest?" and the write it guards
/// are one step.
/// </summary>
/// <remarks>
/// The first token of an environment is the time in milliseconds, each later one is the next number: so an environment
/// that is destroyed and made again never gives out a token twice.
/// </remarks>
public sealed class Lease : IAsyncDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);

    static readonly TimeSpan RemindEvery = TimeSpan.FromMinutes(1);

    readonly EnvironmentDirectory _environment;
    readonly TimeProvider _time;
    readonly CancellationTokenSource _lost = new();
    readonly CancellationTokenSource _disposed = new();
    readonly Task _renewing;
    LeaseRecord _record;
    long _renewedAt;

    Lease(EnvironmentDirectory environment, LeaseRecord record, TimeProvider time)
    {
        _environment = environment;
        _record = record;
        _time = time;
        _renewedAt = time.GetTimestamp();
        var timer = new PeriodicTimer(RenewEvery, time);
        _renewing = Task.Run(() => RenewAsync(timer));
    }

    /// <summary>The fencing token: higher than every token given out before for this environment.</summary>
    public long Token => _record.Token;

    public LeaseHolder Holder => _record.Holder!;

    /// <summary>Cancelled when the lease is known to be lost.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>
    /// Takes the lease. When another holds it, waits just long enough to see whether that one lives: none of its renewals
    /// within the lease's lifetime makes it free, and a process of this machine that is gone is not waited for. One that
    /// lives is waited for as long as <paramref name="patience"/> lasts.
    /// </summary>
    /// <param name="waiting">Told when there is somebody to wait for, when it is another, and once a minute.</param>
    /// <param name="patience">Default: none, so the first proof of life ends the wait.</param>
    /// <exception cref="LeaseHeldException">The holder lives, and patience is over.</exception>
    public static async Task<Lease> AcquireAsync(
        EnvironmentDirectory environment,
        LeaseHolder holder,
        string doing,
        TimeProvider time,
        Action<LeaseRecord>? waiting = null,
        TimeSpan patience = default,
        CancellationToken cancellation = default
    )
    {
        environment.Create();
        var began = time.GetTimestamp();
        var (sign, told) = (began, began);
        LeaseRecord? seen = null;
        while (true)
        {
            var isAbandoned = seen is not null && (seen.Holder!.HasEnded() || time.GetElapsedTime(sign) >= Lifetime);
            var (taken, held) = TryTake(environment, holder, doing, time, isAbandoned ? seen : null);
            if (taken is not null)
                return new Lease(environment, taken, time);
            if (seen is not null && held != seen)
            {
                if (time.GetElapsedTime(began) >= patience)
                    throw new LeaseHeldException(environment.Name, held!, patience);
                sign = time.GetTimestamp();
            }

            if (seen?.Token != held!.Token || time.GetElapsedTime(told) >= RemindEvery)
            {
                told = time.GetTimestamp();
                waiting?.Invoke(held);
            }

            seen = held;
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellation);
        }
    }

    /// <summary>The lease as it is on disk; null when nobody ever had it.</summary>
    public static LeaseRecord? Read(EnvironmentDirectory environment) =>
        DurableFile.ReadJson<LeaseRecord>(environment.LeaseFile);

    /// <summary>Says in the lease which plan runs, for whoever has to wait.</summary>
    public void Describe(string plan) => Guard(() => Store(_record with { Plan = plan }));

    /// <summary>Runs a change of state under the file lock, if and only if this lease still holds.</summary>
    /// <exception cref="LeaseLostException">It does not; the change was not made.</exception>
    public void Guard(Action change)
    {
        string? why;
        using (FileLock.Enter(_environment.LockFile))
        {
            why = WhyLost();
            if (why is null)
                change();
        }

        if (why is null)
            return;
        // Outside of the lock: what hears of the loss may want the lock itself, on this very thread.
        _lost.Cancel();
        throw new LeaseLostException(_environment.Name, why);
    }

    /// <summary>Gives the lease back, if it is still ours.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _renewing;
        try
        {
            if (Directory.Exists(_environment.Path))
                Guard(() => Store(_record with { Holder = null, Plan = null }));
        }
        catch (Exception failure) when (failure is DeliveryException or IOException)
        {
            // Lost already, or the disk is full: it expires by itself within its lifetime.
        }

        _lost.Dispose();
        _disposed.Dispose();
    }

    static (LeaseRecord? Taken, LeaseRecord? Held) TryTake(
        EnvironmentDirectory environment,
        LeaseHolder holder,
        string doing,
        TimeProvider time,
        LeaseRecord? abandoned
    )
    {
        using var _ = FileLock.Enter(environment.LockFile);
        var now = time.GetUtcNow();
        var found = Read(environment);
        if (found is not null && found.IsHeldAt(now) && found != abandoned)
            return (null, found);

        var token = found is null ? now.ToUnixTimeMilliseconds() : found.Token + 1;
        var taken = new LeaseRecord(token, now, now + Lifetime, doing, holder);
        DurableFile.WriteJson(environment.LeaseFile, taken, environment.Disk);
        return (taken, null);
    }

    async Task RenewAsync(PeriodicTimer timer)
    {
        using var _ = timer;
        try
        {
            while (await timer.WaitForNextTickAsync(_disposed.Token))
                Renew();
        }
        catch (OperationCanceledException)
        {
            // Disposed: no more renewals.
        }
        catch (LeaseLostException)
        {
            // Said through Lost.
        }
    }

    void Renew()
    {
        try
        {
            Guard(() => Store(_record with { ExpiresAt = _time.GetUtcNow() + Lifetime }));
        }
        catch (Exception failure) when (failure is IOException or DeliveryException and not LeaseLostException)
        {
            // A full disk or a lock that hangs: the next tick tries again, and the lease runs out if none succeeds.
        }
    }

    void Store(LeaseRecord record)
    {
        DurableFile.WriteJson(_environment.LeaseFile, record, _environment.Disk);
        if (record.ExpiresAt != _record.ExpiresAt)
            _renewedAt = _time.GetTimestamp();
        _record = record;
    }

    // The monotonic clock sees a process that was stopped, the wall clock a machine that slept.
    string? WhyLost()
    {
        if (_lost.IsCancellationRequested)
            return "it was lost before";
        var found = Read(_environment);
        if (found is null || found.Token != Token)
            return found?.Holder is { } holder ? $"{holder} took it over" : "it was taken over";
        return _time.GetElapsedTime(_renewedAt) >= Lifetime || !found.IsHeldAt(_time.GetUtcNow())
            ? $"it was not renewed for {Lifetime.TotalSeconds:0} s"
            : null;
    }
}
