using Slipway.Delivery.Plans;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Approvals;

/// <summary>That a plan waits for a person: <c>plans/&lt;digest&gt;.pending.json</c>.</summary>
public sealed record PendingMark(string Plan, DateTimeOffset Since, string By)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;
}

/// <summary>Who approved which plan, and when: <c>plans/&lt;digest&gt;.approved.json</c>.</summary>
public sealed record Approval(string Plan, string Who, DateTimeOffset At)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;
}

/// <summary>A plan that waits, and where.</summary>
public sealed record PendingPlan(EnvironmentDirectory Environment, Plan Plan, PendingMark Mark);

/// <summary>The plans of one environment as files, and the approvals some of them wait for.</summary>
public sealed class PendingPlans(EnvironmentDirectory environment)
{
    const string PendingSuffix = ".pending.json";
    const int ShortestPrefix = 6;

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
            environment.Disk.Delete(ApprovalFile(digest));
            DurableFile.WriteJson(PendingFile(digest), new PendingMark(digest, now, by), environment.Disk);
        }
    }

    public PendingMark? MarkOf(string digest) => DurableFile.ReadJson<PendingMark>(PendingFile(digest));

    /// <summary>The approval of a plan that still waits; null: nobody approved it, or it does not wait.</summary>
    public Approval? ApprovalOf(string digest) =>
        MarkOf(digest) is null ? null : DurableFile.ReadJson<Approval>(ApprovalFile(digest));

    /// <exception cref="DeliveryException">No such plan waits.</exception>
    public Approval Approve(string digest, string who, DateTimeOffset now)
    {
        if (MarkOf(digest) is null)
            throw new DeliveryException($"The plan {digest} does not wait for an approval any more.");
        var approval = new Approval(digest, who, now);
        DurableFile.WriteJson(ApprovalFile(digest), approval, environment.Disk);
        return approval;
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

    /// <summary>
    /// Finds the waiting plan whose digest begins with <paramref name="prefix"/> (at least six digits), in any
    /// environment.
    /// </summary>
    /// <exception cref="DeliveryException">None or several begin so, or it is no digest; the message lists what waits.</exception>
    public static PendingPlan Find(StateDirectory state, string prefix)
    {
        var digits = prefix.StartsWith("sha256:", StringComparison.Ordinal) ? prefix[7..] : prefix;
        if (digits.Length is < ShortestPrefix or > 64 || !digits.All(char.IsAsciiHexDigitLower))
        {
            throw new DeliveryException(
                $"'{prefix}' is no digest of a plan: give at least {ShortestPrefix} of its 64 lower-case hexadecimal digits."
            );
        }

        var waiting = state
            .Existing()
            .SelectMany(environment => new PendingPlans(environment).Waiting().Select(mark => (environment, mark)))
            .ToList();
        var matching = waiting.Where(found => found.mark.Plan.StartsWith(digits, StringComparison.Ordinal)).ToList();
        if (matching is not [var (directory, pending)])
            throw new DeliveryException(NotOne(digits, matching.Count, waiting));
        return new PendingPlan(directory, new PendingPlans(directory).Load(pending.Plan), pending);
    }

    static string NotOne(string digits, int matches, List<(EnvironmentDirectory Environment, PendingMark Mark)> waiting)
    {
        var list = string.Join(", ", waiting.Select(found => $"{found.Mark.Plan} ({found.Environment.Name})"));
        var what =
            matches == 0 ? $"No plan that waits has the digest {digits}" : $"{matches} plans begin with {digits}";
        return list.Length == 0 ? $"{what}: none waits. ./build.sh Deploy makes one." : $"{what}. Waiting: {list}.";
    }

    string PendingFile(string digest) => Path.Combine(environment.Plans, digest + PendingSuffix);

    string ApprovalFile(string digest) => Path.Combine(environment.Plans, digest + ".approved.json");
}
