namespace Slipway.Delivery.Environments;

/// <summary>What a backend promises so that it can be shipped. The defaults are TinyGallery's.</summary>
public sealed record ServiceContract
{
    /// <summary>Answers 200 when the instance can take traffic.</summary>
    public string ReadyPath { get; init; } = "/health/ready";

    /// <summary>
    /// Arguments behind the image's entrypoint that bring the database up to this image's schema and end; empty: the
    /// backend has no migrations. It must be safe to run twice.
    /// </summary>
    public IReadOnlyList<string> MigrateArguments { get; init; } = ["migrate"];

    /// <summary>In <see cref="BackupArguments"/> and <see cref="RestoreArguments"/>: the full path of the backup.</summary>
    public const string File = "{file}";

    /// <summary>
    /// Arguments behind the image's entrypoint that write the whole database to <c>{file}</c>, as of one moment and while
    /// the instances serve, and end; empty: the backend has no backups.
    /// </summary>
    public IReadOnlyList<string> BackupArguments { get; init; } = ["backup", File];

    /// <summary>
    /// Arguments behind the image's entrypoint that replace the whole database by what <c>{file}</c> holds, or change
    /// nothing, and end; empty: the backend has no backups. It must work on a database that holds nothing yet.
    /// </summary>
    public IReadOnlyList<string> RestoreArguments { get; init; } = ["restore", File];

    /// <summary>
    /// Arguments behind the image's entrypoint that print, as JSON, what <see cref="MigrateArguments"/> would apply,
    /// change nothing and end: <c>{"database": "postgres" or "sqlite", "applied": 3, "last": "0003_name", "pending":
    /// [{"name", "checksum", "phase", "contractAfter", "sql"}]}</c>. An image that ends with an error, or answers
    /// something else, is deployed all the same, and its plan says that the migrations are not known; empty: it is not
    /// asked.
    /// </summary>
    public IReadOnlyList<string> PendingMigrationsArguments { get; init; } = ["migrate", "--list"];

    /// <summary>
    /// Environment variables of every instance in whose value <c>{data}</c> stands for the full path of the
    /// environment's data directory.
    /// </summary>
    public IReadOnlyDictionary<string, string> DataSettings { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Gallery__DataDirectory"] = "{data}" };
}
