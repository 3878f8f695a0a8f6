using Slipway.Delivery.Environments;

namespace Slipway.Delivery.Plans;

/// <summary>
/// Drains and stops a slot without traffic. Undone: so many instances of the revision run there again and are ready
/// within the limit.
/// </summary>
public sealed record StopSlot(Slot Slot, Revision Revision, int Instances, int ReadySeconds) : Step
{
    protected override string Describe() => $"Drain and stop {Slot.Name()}, {Revision}";
}

/// <summary>
/// Changes how many instances of its revision a slot has; those that stay are not touched, one that goes is drained
/// first. Undone: it has as many as before; those that come back are ready within the limit.
/// </summary>
public sealed record Scale(Slot Slot, Revision Revision, int To, int From, int ReadySeconds) : Step
{
    protected override string Describe() => $"Scale {Slot.Name()}, {Revision}, from {From} to {To}";
}
