using Slipway.Delivery.Plans;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Approvals;

/// <summary>That a plan waits for a person: <c>plans/&lt;digest&gt;.pending.json</c>.</summary>
public sealed record PendingMark(string Plan, DateTimeOffset Since, string By)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;
}

/// <summary>
/// Who approved which plan, and when: <c>plans/&lt;digest&gt;.approved.json</c>, the second one <c>.approved.2.json</c>.
/// </summary>
public sealed record Approval(string Plan, string Who, DateTimeOffset At)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;
}

/// <summary>A plan that can be approved, and where.</summary>
/// <param name="Mark">Null: it was previewed and waits nowhere.</param>
public sealed record PendingPlan(EnvironmentDirectory Environment, Plan Plan, PendingMark? Mark);

/// <summary>The plans of one environment as files, and the approvals some of them wait for.</summary>
public sealed class PendingPlans(EnvironmentDirectory environment)
{
    const string PendingSuffix = ".pending.json";

    public string FileOf(string digest) => Path.Combine(environment.Plans, digest + ".json");

    public void Save(Plan plan)
    {
        environment.Create();
        plan.Save(FileOf(plan.Digest), environment.Disk);
    }

    /// <exception cref="DeliveryException">The plan is not there or not what its name says.</exception>
    public Plan Load(string digest) => Plan.Load(FileOf(digest), digest);

    /// <summary>
    /// Writes the plan down and marks it as waiting. A plan that waited before is superseded: at most one waits.
    /// </summary>
    public void Wait(Plan plan, string by, DateTimeOffset now)
    {
        var digest = plan.Digest;
        Save(plan);
        foreach (var older in Waiting().Where(mark => !string.Equals(mark.Plan, digest, StringComparison.Ordinal)))
            Forget(older.Plan);
        if (MarkOf(digest) is null)
        {
            // What an earlier life of the same plan was approved for is over.
            foreach (var file in ApprovalFiles(digest))
                environment.Disk.Delete(file);
            DurableFile.WriteJson(PendingFile(digest), new PendingMark(digest, now, by), environment.Disk);
        }
    }

    public PendingMark? MarkOf(string digest) => DurableFile.ReadJson<PendingMark>(PendingFile(digest));

    /// <summary>The approvals of a plan that still waits, the oldest first; none where it does not wait.</summary>
    /// <exception cref="DeliveryException">One of them is of another plan: somebody has changed the files.</exception>
    public IReadOnlyList<Approval> ApprovalsOf(string digest)
    {
        if (MarkOf(digest) is null)
            return [];
        var approvals = ApprovalFiles(digest)
            .Select(file => (File: file, Approval: DurableFile.ReadJson<Approval>(file)))
            .Where(found => found.Approval is not null)
            .ToList();
        var strange = approvals.Find(found => !string.Equals(found.Approval!.Plan, digest, StringComparison.Ordinal));
        return strange.Approval is null
            ? [.. approvals.Select(found => found.Approval!)]
            : throw new DeliveryException(
                $"{strange.File} approves the plan {strange.Approval.Plan}, not this one. Remove it and approve the plan again."
            );
    }

    /// <summary>
    /// Records that a person approves the plan, and answers all its approvals. Where they are enough already, nothing is
    /// recorded: the plan only has to be run.
    /// </summary>
    /// <param name="policy">Whose approvals count; default: anybody's, and one is enough.</param>
    /// <param name="author">The author of the plan's commit, where the policy asks for it.</param>
    /// <exception cref="DeliveryException">No such plan waits, or this person's approval does not count.</exception>
    public IReadOnlyList<Approval> Approve(
        string digest,
        string who,
        DateTimeOffset now,
        ApprovalPolicy? policy = null,
        string? author = null
    )
    {
        environment.Create();
        using var entered = FileLock.Enter(environment.LockFile);
        if (MarkOf(digest) is null)
            throw new DeliveryException($"The plan {digest} does not wait for an approval any more.");
        var given = ApprovalsOf(digest);
        var rule = policy ?? new ApprovalPolicy();
        if (given.Count > 0 && rule.Missing(given) == 0)
            return given;
        if (rule.WhyNot(who, author, given) is { } why)
            throw new DeliveryException($"The plan {digest[..12]} is not approved by this. {why}");

        var approval = new Approval(digest, who, now);
        DurableFile.WriteJson(ApprovalFiles(digest)[given.Count], approval, environment.Disk);
        return [.. given, approval];
    }

    /// <summary>The plan does not wait any more: it runs, or the world moved, or a newer one took its place.</summary>
    public void Forget(string digest) => environment.Disk.Delete(PendingFile(digest));

    public IReadOnlyList<PendingMark> Waiting() =>
        Directory.Exists(environment.Plans)
            ?
            [
                .. Directory
                    .EnumerateFiles(environment.Plans, "*" + PendingSuffix)
                    .Order(StringComparer.Ordinal)
                    .Select(file => DurableFile.ReadJson<PendingMark>(file))
                    .OfType<PendingMark>(),
            ]
            : [];

    string PendingFile(string digest) => Path.Combine(environment.Plans, digest + PendingSuffix);

    string[] ApprovalFiles(string digest) =>
        [
            Path.Combine(environment.Plans, digest + ".approved.json"),
            Path.Combine(environment.Plans, digest + ".approved.2.json"),
        ];
}
