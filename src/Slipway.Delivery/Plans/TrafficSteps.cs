using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;

namespace Slipway.Delivery.Plans;

/// <summary>Splits the traffic anew. Undone: it is split as <paramref name="From"/> says.</summary>
public sealed record Shift(Split To, Split From) : Step
{
    protected override string Describe() => $"Shift the traffic to {To}";
}

/// <summary>
/// Lets the requests wait at the front door, each for at most the limit, until traffic is sent somewhere again. Undone:
/// all traffic to <paramref name="From"/>.
/// </summary>
public sealed record Hold(int LimitSeconds, Slot From) : Step
{
    protected override string Describe() => $"Let requests to {From.Name()} wait (each at most {LimitSeconds} s)";
}

/// <summary>What a new slot is judged by.</summary>
public enum Baseline
{
    /// <summary>By what the old slot shows at the same time: both have traffic.</summary>
    SameTime,

    /// <summary>By what the old slot showed before it lost its traffic.</summary>
    Before,
}

/// <summary>
/// Waits while users use the new slot, and fails when it shows more errors or is slower than its budget allows. Nothing
/// to undo: a failure undoes what brought the traffic there.
/// </summary>
public sealed record Bake(Slot New, Slot Old, int Seconds, Budget Budget, Baseline Against) : Step
{
    protected override string Describe() =>
        Against == Baseline.SameTime
            ? $"Bake {New.Name()} for {Seconds} s, judged by {Old.Name()} at the same time"
            : $"Bake {New.Name()} for {Seconds} s, judged by what {Old.Name()} showed before";
}
