using System.Text.Json.Serialization;
using Slipway.Delivery.Environments;
using Slipway.Delivery.State;

namespace Slipway.Platforms.Local.Instances;

/// <summary>
/// What this platform must remember of an environment (<c>local.json</c>) because nothing that runs tells it.
/// </summary>
/// <param name="Routed">The slot that was given all traffic, as older records say it.</param>
/// <param name="MigratedBy">The image whose migrations were applied last.</param>
/// <param name="Traffic">How the traffic was split; the gateway itself knows better while it answers.</param>
/// <param name="HoldSeconds">How long a request waits while nobody gets any traffic.</param>
sealed record LocalRecord(Slot? Routed = null, string? MigratedBy = null, Split? Traffic = null, double HoldSeconds = 0)
{
    [JsonIgnore]
    public Split Split => Traffic ?? (Routed is { } slot ? Split.AllTo(slot) : Split.None);

    public int Format { get; init; } = DurableFile.CurrentFormat;

    public static LocalRecord Read(EnvironmentDirectory environment) =>
        DurableFile.ReadJson<LocalRecord>(FileOf(environment)) ?? new LocalRecord();

    public void Write(EnvironmentDirectory environment) =>
        DurableFile.WriteJson(FileOf(environment), this, environment.Disk);

    static string FileOf(EnvironmentDirectory environment) => Path.Combine(environment.Path, "local.json");
}
