namespace Slipway.Proofs.Clocks;

/// <summary>The system's clock, set to another time by somebody; timers and the monotonic clock do not notice.</summary>
sealed class JumpingTime : TimeProvider
{
    TimeSpan _offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _offset;

    public void Jump(TimeSpan by) => _offset += by;
}
