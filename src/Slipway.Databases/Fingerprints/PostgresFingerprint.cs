using System.Data;
using Npgsql;
using Slipway.Delivery.Databases;

namespace Slipway.Databases.Fingerprints;

/// <summary>Reads a PostgreSQL database table by table, as of one moment; what it holds in memory is 64 KiB of a row.</summary>
static class PostgresFingerprint
{
    /// <summary>Tables with rows of their own, partitions included, of every schema but the server's.</summary>
    const string Tables = """
        SELECT n.nspname, c.relname,
            coalesce(string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum), '')
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind = 'r' AND c.relpersistence <> 't'
            AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
        GROUP BY n.nspname, c.relname
        ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
        """;

    /// <exception cref="NpgsqlException">The server is away, or a table may not be read.</exception>
    public static async Task<IReadOnlyList<TableFingerprint>> OfAsync(
        string connectionString,
        CancellationToken cancellation
    )
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellation
        );
        var fingerprints = new List<TableFingerprint>();
        foreach (var (schema, table, columns) in await NamesAsync(connection, cancellation))
        {
            // Binary: the bytes of the values themselves, whatever their types, locale or settings.
            var copy = $"COPY (SELECT * FROM ONLY {Quote(schema)}.{Quote(table)}) TO STDOUT (FORMAT BINARY)";
            await using var rows = await connection.BeginRawBinaryCopyAsync(copy, cancellation);
            var sum = new TableSum($"{schema}.{table}", columns);
            await CopyRows.AddAsync(rows, sum, cancellation);
            fingerprints.Add(sum.Result());
        }

        return fingerprints;
    }

    static async Task<List<(string Schema, string Table, string Columns)>> NamesAsync(
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<(string, string, string)>();
        while (await reader.ReadAsync(cancellation))
            names.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return names;
    }

    static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
