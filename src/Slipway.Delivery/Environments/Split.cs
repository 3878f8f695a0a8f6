namespace Slipway.Delivery.Environments;

/// <summary>Who gets how much of the public requests, in percent: 100 together, or 0 when nobody gets any.</summary>
public sealed record Split(int Blue, int Green)
{
    /// <summary>No slot gets a request.</summary>
    public static Split None { get; } = new(0, 0);

    public int this[Slot slot] => slot == Slot.Blue ? Blue : Green;

    public static Split AllTo(Slot slot) => To(slot, 100);

    /// <summary><paramref name="percent"/> to the slot, the rest to the other.</summary>
    public static Split To(Slot slot, int percent) =>
        slot == Slot.Blue ? new Split(percent, 100 - percent) : new Split(100 - percent, percent);

    public static Split Of(World world) => new(world.Blue.Traffic, world.Green.Traffic);

    /// <summary>As a person reads it: <c>90 % blue, 10 % green</c>.</summary>
    public override string ToString() =>
        string.Join(", ", Slots.All.Where(slot => this[slot] > 0).Select(slot => $"{this[slot]} % {slot.Name()}"))
            is { Length: > 0 } shares
            ? shares
            : "nobody";
}
