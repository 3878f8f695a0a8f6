namespace Slipway.Delivery.Databases;

/// <summary>What a table holds, in two numbers: the same rows give the same fingerprint in whatever order they lie.</summary>
/// <param name="Table">Its name; in PostgreSQL behind its schema's.</param>
/// <param name="Checksum">64 hexadecimal digits, over the columns' names and types and every row.</param>
public sealed record TableFingerprint(string Table, long Rows, string Checksum);

/// <summary>One table as it should be and as it is; null: it is not there.</summary>
public sealed record TableComparison(string Table, TableFingerprint? Expected, TableFingerprint? Found)
{
    public bool IsEqual => Expected is not null && Expected == Found;

    /// <summary>Every table of either, by name.</summary>
    public static IReadOnlyList<TableComparison> Of(
        IReadOnlyList<TableFingerprint> expected,
        IReadOnlyList<TableFingerprint> found
    ) =>
        [
            .. expected
                .Concat(found)
                .Select(table => table.Table)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => new TableComparison(name, Find(expected, name), Find(found, name))),
        ];

    /// <summary>What is different, for a person.</summary>
    public override string ToString() =>
        (Expected, Found) switch
        {
            (null, _) => $"{Table} is not in the backup's list",
            (_, null) => $"{Table} is missing",
            var (expected, found) when expected.Rows != found.Rows =>
                $"{Table} has {Counted.Of(found.Rows, "row")} instead of {expected.Rows}",
            _ => IsEqual
                ? $"{Table} is the same"
                : $"{Table} has {Counted.Of(Found.Rows, "row")}, and not all as they were",
        };

    static TableFingerprint? Find(IReadOnlyList<TableFingerprint> tables, string name) =>
        tables.FirstOrDefault(table => string.Equals(table.Table, name, StringComparison.Ordinal));
}
