using Slipway.Delivery.Environments;

namespace Slipway.Delivery.State;

/// <summary>What is recorded of an environment when it comes to be (<c>environment.json</c>).</summary>
/// <param name="ExpiresAt">
/// When it may be taken down; each deployment moves it. Null: never, or recorded before there was an expiry.
/// </param>
public sealed record EnvironmentFacts(
    string Name,
    int Port,
    string Platform,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt = null
)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;
}

/// <summary>The state of one environment: the only place that Slipway keeps it.</summary>
public sealed class EnvironmentDirectory(string path, string name, IDisk disk)
{
    public string Name { get; } = name;

    public string Path { get; } = path;

    public IDisk Disk { get; } = disk;

    public string JournalFile => In("journal.jsonl");

    public string LeaseFile => In("lease.json");

    /// <summary>The short lock between processes around the lease and the journal.</summary>
    public string LockFile => In("lock");

    public string Plans => In("plans");

    /// <summary>What the backend keeps: survives every deployment.</summary>
    public string Data => In("data");

    public string Backups => In("backups");

    /// <summary>What was done to the database, a line each.</summary>
    public string BackupLog => In("backups.jsonl");

    /// <summary>There while a restore is under way.</summary>
    public string RestoreFile => In("restore.json");

    /// <summary>The directories of scratch databases.</summary>
    public string Scratch => In("scratch");

    public string SlotDirectory(Slot slot) => In(System.IO.Path.Combine("slots", slot.Name()));

    public string Logs(Slot slot) => System.IO.Path.Combine(SlotDirectory(slot), "logs");

    public bool Exists => File.Exists(FactsFile);

    string FactsFile => In("environment.json");

    public EnvironmentFacts? ReadFacts() => DurableFile.ReadJson<EnvironmentFacts>(FactsFile);

    public void WriteFacts(EnvironmentFacts facts)
    {
        Create();
        DurableFile.WriteJson(FactsFile, facts, Disk);
    }

    /// <summary>
    /// Creates the directories. On Unix they are readable by their owner alone: data and logs are the backend's.
    /// </summary>
    public void Create()
    {
        foreach (var directory in (string[])[Path, Plans, Data])
            CreateDirectory(directory);
    }

    /// <summary>Creates one directory in here, as <see cref="Create"/> does.</summary>
    public void CreateDirectory(string directory)
    {
        if (Directory.Exists(directory))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, OwnerOnly);
        Disk.FlushDirectory(System.IO.Path.GetDirectoryName(directory)!);
    }

    /// <summary>
    /// Removes the directory. What makes it an environment goes first, so that one half removed is none. With
    /// <paramref name="keepData"/> the backend's data stays where it is, and a later deployment finds it.
    /// </summary>
    public void Remove(bool keepData)
    {
        Disk.Delete(FactsFile);
        Disk.FlushDirectory(Path);
        if (!keepData)
        {
            Directory.Delete(Path, recursive: true);
            return;
        }

        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos())
        {
            if (entry is not DirectoryInfo directory)
                entry.Delete();
            else if (!string.Equals(directory.FullName, Data, StringComparison.Ordinal))
                directory.Delete(recursive: true);
        }
    }

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    string In(string relative) => System.IO.Path.Combine(Path, relative);
}
