using Slipway.Testing;

namespace Slipway.Delivery.Tests.Support;

/// <summary>
/// A clock on which every single delay is over at once: it moves by as much. What repeats, such as the renewal of a
/// lease, waits for <see cref="ManualTime.Advance"/>.
/// </summary>
sealed class EagerTime(ManualTime clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan || period > TimeSpan.Zero)
            return clock.CreateTimer(callback, state, dueTime, period);
        clock.Jump(clock.GetUtcNow() + dueTime);
        callback(state);
        return clock.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
