using System.Text.Json.Serialization;

namespace Slipway.Delivery.Plans;

/// <summary>A migration that an image would apply.</summary>
/// <param name="Phase"><c>expand</c> or <c>contract</c>; null: it does not say.</param>
/// <param name="Checksum">As the backend counts it: another text has another.</param>
/// <param name="Risks">What it does that can hurt, each in words; empty: nothing is known of.</param>
/// <param name="ContractAfter">The release that stopped using what a contract migration takes away.</param>
public sealed record PendingMigration(
    string Name,
    string? Phase,
    string Checksum,
    IReadOnlyList<string> Risks,
    string? ContractAfter = null
)
{
    /// <summary>It takes away what releases before <see cref="ContractAfter"/> use.</summary>
    [JsonIgnore]
    public bool IsContract => ContractAfter is not null && string.Equals(Phase, "contract", StringComparison.Ordinal);
}

/// <summary>How an environment's database stands to an image: what is applied, and what the image would apply.</summary>
/// <param name="Applied">How many are applied.</param>
/// <param name="Last">The name of the last of them; null: none is.</param>
public sealed record PlannedMigrations(int Applied, string? Last, IReadOnlyList<PendingMigration> Pending)
{
    /// <summary>
    /// Each difference as one line for a person. Where nothing was known then, nothing is different; where nothing can be
    /// known now, the plan cannot be trusted.
    /// </summary>
    public static IEnumerable<string> Differences(PlannedMigrations? then, PlannedMigrations? now)
    {
        if (then is null)
            yield break;
        if (now is null)
        {
            yield return "the pending migrations were known, and now the image does not tell them";
            yield break;
        }

        if (then.Applied != now.Applied || !string.Equals(then.Last, now.Last, StringComparison.Ordinal))
            yield return $"{State(then)} in the database, now {State(now)}";
        if (!Texts(then).SequenceEqual(Texts(now)))
            yield return $"pending was {Names(then)}, now {Names(now)}";
    }

    static string State(PlannedMigrations planned) =>
        planned.Applied == 0 ? "no migration was applied"
        : planned.Applied == 1 ? $"1 migration was applied ({planned.Last})"
        : $"{planned.Applied} migrations were applied (the last {planned.Last})";

    static IEnumerable<(string, string)> Texts(PlannedMigrations planned) =>
        planned.Pending.Select(migration => (migration.Name, migration.Checksum));

    static string Names(PlannedMigrations planned) =>
        planned.Pending.Count == 0
            ? "nothing"
            : string.Join(", ", planned.Pending.Select(migration => $"{migration.Name} ({Short(migration.Checksum)})"));

    static string Short(string checksum) => checksum.Length > 8 ? checksum[..8] : checksum;
}
