using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Slipway.Delivery.Databases;

namespace Slipway.Databases.Fingerprints;

/// <summary>Reads an SQLite file table by table, as of one moment; what it holds in memory is one row.</summary>
static class SqliteFingerprint
{
    /// <summary>https://www.sqlite.org/schematab.html; what SQLite keeps for itself and virtual tables are left out.</summary>
    const string Tables = """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND sql NOT LIKE 'CREATE VIRTUAL%'
        ORDER BY name
        """;

    static SqliteFingerprint() => SQLitePCL.Batteries.Init();

    /// <exception cref="SqliteException">There is no such file, or it is no database.</exception>
    public static async Task<IReadOnlyList<TableFingerprint>> OfAsync(string file, CancellationToken cancellation)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: true);
        var fingerprints = new List<TableFingerprint>();
        foreach (var table in await NamesAsync(connection, transaction, cancellation))
            fingerprints.Add(await OfTableAsync(connection, transaction, table, cancellation));
        return fingerprints;
    }

    static async Task<List<string>> NamesAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        CancellationToken cancellation
    )
    {
        await using var command = new SqliteCommand(Tables, connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation))
            names.Add(reader.GetString(0));
        return names;
    }

    static async Task<TableFingerprint> OfTableAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        string table,
        CancellationToken cancellation
    )
    {
        var quoted = $"\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await using var command = new SqliteCommand($"SELECT * FROM {quoted}", connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);
        var sum = new TableSum(table, string.Join(',', columns));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await reader.ReadAsync(cancellation))
        {
            for (var column = 0; column < reader.FieldCount; column++)
                Add(hash, reader.GetValue(column));
            sum.Add(hash.GetHashAndReset());
        }

        return sum.Result();
    }

    // A letter for the storage class, the length, the bytes: so that no two rows read alike.
    static void Add(IncrementalHash hash, object value)
    {
        var (kind, bytes) = value switch
        {
            long number => ('i', Bytes(number)),
            double number => ('f', Bytes(BitConverter.DoubleToInt64Bits(number))),
            string text => ('t', Encoding.UTF8.GetBytes(text)),
            byte[] blob => ('b', blob),
            _ => ('n', []),
        };
        hash.AppendData([(byte)kind, .. Bytes(bytes.LongLength)]);
        hash.AppendData(bytes);
    }

    static byte[] Bytes(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return bytes;
    }
}
