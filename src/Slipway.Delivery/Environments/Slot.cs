namespace Slipway.Delivery.Environments;

/// <summary>A place in an environment where one revision runs.</summary>
public enum Slot
{
    Blue,
    Green,
}

public static class Slots
{
    public static IReadOnlyList<Slot> All { get; } = [Slot.Blue, Slot.Green];

    /// <summary>The name in files, addresses and messages: <c>blue</c> or <c>green</c>.</summary>
    public static string Name(this Slot slot) => slot == Slot.Blue ? "blue" : "green";

    public static Slot Other(this Slot slot) => slot == Slot.Blue ? Slot.Green : Slot.Blue;
}
