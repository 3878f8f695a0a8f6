using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.State;

namespace Slipway.Platforms.Local.Instances;

/// <summary>One instance of a slot.</summary>
/// <param name="Name">Its name to the supervisor and the gateway, such as <c>blue-1</c>.</param>
/// <param name="Port">Where it listens on loopback.</param>
sealed record Instance(string Name, int Port)
{
    public Uri Address => new($"http://127.0.0.1:{Port}");
}

static class InstanceNames
{
    /// <summary>The supervisor knows the slot's instances as <c>blue-1</c>, <c>blue-2</c>, …</summary>
    public static string Instance(this Slot slot, int number) => $"{slot.Name()}-{number}";

    public static bool Owns(this Slot slot, string process) =>
        process.StartsWith(slot.Name() + "-", StringComparison.Ordinal);
}

/// <summary>
/// What was meant to run in a slot (<c>slots/&lt;name&gt;/slot.json</c>): written before the first instance is started,
/// removed after the last one has ended. It holds no settings: they may be secrets.
/// </summary>
sealed record SlotRecord(Revision Revision, IReadOnlyList<Instance> Instances)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;

    /// <summary>What the gateway had counted in the slot before, of other revisions; null: it did not answer.</summary>
    public SlotStatistics? CountedBefore { get; init; }

    public static SlotRecord? Read(EnvironmentDirectory environment, Slot slot) =>
        DurableFile.ReadJson<SlotRecord>(FileOf(environment, slot));

    public void Write(EnvironmentDirectory environment, Slot slot)
    {
        Directory.CreateDirectory(environment.Logs(slot));
        DurableFile.WriteJson(FileOf(environment, slot), this, environment.Disk);
    }

    public static void Delete(EnvironmentDirectory environment, Slot slot)
    {
        if (File.Exists(FileOf(environment, slot)))
            environment.Disk.Delete(FileOf(environment, slot));
    }

    static string FileOf(EnvironmentDirectory environment, Slot slot) =>
        Path.Combine(environment.SlotDirectory(slot), "slot.json");
}
