using System.Globalization;
using Slipway.Delivery.Environments;
using Slipway.Reporting.Terminal;

namespace Slipway.Components.Shipping;

/// <summary>Every environment as a table: a line for each slot, the live one first.</summary>
static class StatusTable
{
    const int ShownDigest = 19;

    public static TextTable Of(StatusReport report)
    {
        var table = new TextTable(
            "environment",
            "state",
            "url",
            "slot",
            "version",
            "digest",
            "traffic",
            "health",
            "last deployment",
            "expires"
        );
        foreach (var row in report.Environments.SelectMany(Rows))
            table.Add(row);
        return table;
    }

    static IEnumerable<Cell[]> Rows(EnvironmentStatus environment)
    {
        Cell[] place =
        [
            environment.Name,
            new(environment.State, ToneOf(environment.State)),
            environment.Slots.Count == 0 ? "" : environment.Url.ToString(),
        ];
        Cell[] end =
        [
            environment.LastDeployment is { } deployment ? Describe(deployment) : "",
            environment.ExpiresAt is { } expiry ? Minute(expiry) : "",
        ];
        if (environment.Slots.Count == 0)
            yield return [.. place, "", "", "", "", "", .. end];
        foreach (var (index, slot) in environment.Slots.OrderByDescending(slot => slot.Traffic).Index())
        {
            Cell[] first = index == 0 ? place : ["", "", ""];
            Cell[] rest = index == 0 ? end : ["", ""];
            yield return
            [
                .. first,
                slot.Name,
                slot.Version,
                new Cell(slot.Digest[..Math.Min(ShownDigest, slot.Digest.Length)], CellTone.Muted),
                $"{slot.Traffic} %",
                slot.Healthy ? new Cell("healthy", CellTone.Good) : new Cell("not ready", CellTone.Bad),
                .. rest,
            ];
        }
    }

    static string Describe(DeploymentStatus deployment) =>
        $"{deployment.Purpose} {deployment.Result} {Minute(deployment.BegunAt)}";

    static string Minute(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-dd HH:mm}Z");

    static CellTone ToneOf(string state) =>
        state switch
        {
            "serving" => CellTone.Good,
            "down" or "degraded" => CellTone.Bad,
            "deploying" or "unfinished" => CellTone.Waiting,
            _ => CellTone.Muted,
        };
}
