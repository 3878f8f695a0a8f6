using System.Text.Json;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Databases;

public enum DatabaseEvent
{
    BackedUp,

    /// <summary>Migrations were tried on a restored copy.</summary>
    Rehearsed,

    Restored,

    /// <summary>A restore did not succeed; the database is as it was before.</summary>
    RestoreTakenBack,

    Drilled,
}

/// <summary>One line of an environment's <c>backups.jsonl</c>.</summary>
/// <param name="Backup">The backup's name, or a file's path.</param>
/// <param name="Good">It ended as it should.</param>
/// <param name="Note">What else a person wants to know.</param>
public sealed record DatabaseLogEntry(
    DateTimeOffset At,
    DatabaseEvent Event,
    string Backup,
    double Seconds,
    bool Good,
    string By,
    string? Note = null
)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;
}

/// <summary>
/// What was done to an environment's database, one line of canonical JSON each (<c>backups.jsonl</c>). It is a record for
/// people: nothing is decided by it. It is no part of the journal, which older versions go on reading.
/// </summary>
public static class DatabaseLog
{
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static void Append(EnvironmentDirectory environment, DatabaseLogEntry entry)
    {
        var line = (byte[])[.. CanonicalJson.Write(entry), (byte)'\n'];
        environment.Disk.AppendFlushed(
            environment.BackupLog,
            EndsTorn(environment.BackupLog) ? [(byte)'\n', .. line] : line
        );
    }

    /// <summary>Oldest first. What a crash has torn is left out.</summary>
    public static IReadOnlyList<DatabaseLogEntry> Read(EnvironmentDirectory environment) =>
        File.Exists(environment.BackupLog)
            ? [.. File.ReadLines(environment.BackupLog).Select(Parse).OfType<DatabaseLogEntry>()]
            : [];

    static DatabaseLogEntry? Parse(string line)
    {
        try
        {
            return CanonicalJson.Read<DatabaseLogEntry>(System.Text.Encoding.UTF8.GetBytes(line));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool EndsTorn(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            return false;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }
}
