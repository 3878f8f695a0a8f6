using System.Text.Json;
using Slipway.Delivery.Plans;

namespace Slipway.Platforms.Local.Instances;

/// <summary>What a backend prints of its pending migrations.</summary>
/// <param name="Database"><c>postgres</c> or <c>sqlite</c>.</param>
sealed record ListedMigrations(
    string Database,
    int Applied,
    IReadOnlyList<ListedMigrations.Migration> Pending,
    string? Last = null
)
{
    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Null: it is something else.</summary>
    public static ListedMigrations? Parse(string output)
    {
        try
        {
            return JsonSerializer.Deserialize<ListedMigrations>(output, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public PlannedMigrations Judged(MigrationJudge? judge)
    {
        var risks = judge?.Invoke(Database, [.. Pending.Select(migration => (migration.Name, migration.Sql))]);
        return new PlannedMigrations(
            Applied,
            Last,
            [
                .. Pending.Select(
                    (migration, index) =>
                        new PendingMigration(
                            migration.Name,
                            migration.Phase,
                            migration.Checksum,
                            risks?[index] ?? [],
                            migration.ContractAfter
                        )
                ),
            ]
        );
    }

    public sealed record Migration(
        string Name,
        string Checksum,
        string Sql,
        string? Phase = null,
        string? ContractAfter = null
    );
}
