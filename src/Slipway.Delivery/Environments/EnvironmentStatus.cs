using System.Text.Json;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;

namespace Slipway.Delivery.Environments;

/// <summary>A slot that holds a revision, as Status shows it.</summary>
/// <param name="Traffic">Percent of the public requests.</param>
/// <param name="Healthy">Every instance answers ready.</param>
public sealed record SlotStatus(string Name, string Version, string Digest, int Traffic, bool Healthy, int Instances);

/// <param name="Result"><c>succeeded</c>, <c>rolled-back</c> or <c>unfinished</c>.</param>
/// <param name="Note">Why it was rolled back.</param>
public sealed record DeploymentStatus(
    string Version,
    string Digest,
    string Plan,
    string Purpose,
    string Result,
    string By,
    DateTimeOffset BegunAt,
    DateTimeOffset? EndedAt,
    string? Note
);

/// <summary>Who changes an environment at the moment.</summary>
/// <param name="Doing">The command: <c>Deploy</c>, <c>Rollback</c>, <c>Swap</c>, <c>Destroy</c>.</param>
/// <param name="Plan">The digest of the plan that runs; null before it is known.</param>
public sealed record ChangeStatus(string By, DateTimeOffset Since, string Doing, string? Plan);

/// <summary>A restore of the database that is not at its end.</summary>
/// <param name="File">The full path of what is restored.</param>
/// <param name="Stage">How far it has come: <c>stopping</c>, <c>loading</c>, <c>starting</c> or <c>returning</c>.</param>
/// <param name="GoesForward">
/// The next command brings the database of the file; else it brings back what was there before.
/// </param>
/// <param name="Safety">The full path of the backup of what was there before; null: there was none yet.</param>
public sealed record RestoreStatus(string File, string Stage, bool GoesForward, string? Safety)
{
    public static RestoreStatus Of(RestoreRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new RestoreStatus(
            record.File,
            JsonNamingPolicy.KebabCaseLower.ConvertName(record.Stage.ToString()),
            record.Stage is RestoreStage.Loading or RestoreStage.Starting,
            record.Safety
        );
    }
}

/// <summary>One environment as Status shows it.</summary>
/// <param name="State">
/// <c>empty</c>: nothing was deployed; <c>serving</c>: every instance of the live slot is ready; <c>degraded</c>: some
/// are; <c>down</c>: none is, or the gateway does not answer; <c>deploying</c>: somebody holds the lease;
/// <c>unfinished</c>: a deployment or a restore ended in the middle, and the next command that changes the environment
/// brings it to its end.
/// </param>
public sealed record EnvironmentStatus(
    string Name,
    string Platform,
    Uri Url,
    string State,
    IReadOnlyList<SlotStatus> Slots,
    DeploymentStatus? LastDeployment
)
{
    /// <summary>When it may be taken down; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The digest of the plan that waits for an approval here; null: none does.</summary>
    public string? WaitingPlan { get; init; }

    /// <summary>The restore that is under way, or was killed; null: there is none.</summary>
    public RestoreStatus? Restore { get; init; }

    /// <summary>Null: nobody changes it.</summary>
    public ChangeStatus? Change { get; init; }

    /// <summary>What ran of it when its state was removed still runs.</summary>
    public bool HasRemains { get; init; }

    /// <summary>A pure function of what was observed and what is recorded.</summary>
    public static EnvironmentStatus Of(
        string name,
        string platform,
        Uri url,
        World world,
        IReadOnlyList<DeploymentRecord> history,
        LeaseRecord? heldLease,
        RestoreRecord? restore = null
    ) =>
        new(
            name,
            platform,
            url,
            StateOf(world, restore is not null || History.Unfinished(history) is not null, heldLease is not null),
            [
                .. world
                    .Slots.Where(slot => slot.Revision is not null)
                    .Select(slot => new SlotStatus(
                        slot.Name.Name(),
                        slot.Revision!.Version,
                        slot.Revision.Digest,
                        slot.Traffic,
                        slot.Instances > 0 && slot.Healthy == slot.Instances,
                        slot.Instances
                    )),
            ],
            history is [.., var last] ? Last(last) : null
        )
        {
            Restore = restore is null ? null : RestoreStatus.Of(restore),
            Change = heldLease is null
                ? null
                : new ChangeStatus(heldLease.Holder!.ToString(), heldLease.Since, heldLease.Doing, heldLease.Plan),
        };

    static string StateOf(World world, bool unfinished, bool held)
    {
        if (held)
            return "deploying";
        if (unfinished)
            return "unfinished";
        if (world.Live is not { } live)
            return "empty";
        if (world.GatewayPort is null || live.Healthy == 0)
            return "down";
        return live.Healthy < live.Instances ? "degraded" : "serving";
    }

    static DeploymentStatus Last(DeploymentRecord last) =>
        new(
            last.Revision.Version,
            last.Revision.Digest,
            last.Plan,
            JsonNamingPolicy.KebabCaseLower.ConvertName(last.Purpose.ToString()),
            JsonNamingPolicy.KebabCaseLower.ConvertName(last.Result.ToString()),
            last.By,
            last.BegunAt,
            last.EndedAt,
            last.Note
        );
}

/// <summary>What <c>Status --json</c> prints.</summary>
public sealed record StatusReport(IReadOnlyList<EnvironmentStatus> Environments)
{
    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, s_options);
}
