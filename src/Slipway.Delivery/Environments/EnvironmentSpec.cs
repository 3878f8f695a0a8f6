using Slipway.Delivery.Approvals;
using Slipway.Delivery.Databases;
using Slipway.Delivery.Strategies;

namespace Slipway.Delivery.Environments;

/// <summary>An environment as a build declares it: what is wanted of it, never what it is at the moment.</summary>
public sealed record EnvironmentSpec
{
    public required string Name { get; init; }

    /// <summary>The port of its public address on loopback.</summary>
    public required int Port { get; init; }

    public IStrategy Strategy { get; init; } = new BlueGreen();

    public ServiceContract Service { get; init; } = new();

    /// <summary>
    /// Environment variables of every instance. May hold secrets: they go to the processes and nowhere else; plans and
    /// journals know their digest only.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<SmokeCheck> SmokeChecks { get; init; } = [];

    /// <summary>Where the backend keeps its data; null: nobody has said, and no copy of it can be made.</summary>
    public DatabaseSpec? Database { get; init; }

    /// <summary>
    /// Before a deployment migrates the database it is backed up, and the migration rehearsed on the copy; null: it is not.
    /// </summary>
    public BackupPolicy? Backups { get; init; }

    /// <summary>A plan for this environment waits until a person approves its digest.</summary>
    public bool RequiresApproval { get; init; }

    /// <summary>Whose approvals count, where one is required, and how many.</summary>
    public ApprovalPolicy Approval { get; init; } = new();

    /// <summary>A revision built from a tree with uncommitted changes is refused.</summary>
    public bool RefusesDirty { get; init; }

    public int Instances { get; init; } = 1;

    /// <summary>How long a started slot may take until every instance is ready.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long requests in flight may take to finish in a slot that has lost its traffic.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after its last deployment it may be taken down by whoever tidies up; null: it stays until somebody asks.
    /// </summary>
    public TimeSpan? Expiry { get; init; }

    public string ConfigurationDigest => Environments.ConfigurationDigest.Of(Settings);

    /// <summary>Answers this or throws one clear <see cref="DeliveryException"/>.</summary>
    public EnvironmentSpec Require()
    {
        EnvironmentName.Require(Name);
        if (Port is < 1 or > 65535)
            throw new DeliveryException($"{Name}: port {Port} is not between 1 and 65535. See --port-base.");
        if (Instances is < 1 or > 100)
            throw new DeliveryException($"{Name}: {Instances} instances; an environment has between 1 and 100.");
        if (ReadyTimeout <= TimeSpan.Zero || DrainTimeout < TimeSpan.Zero)
            throw new DeliveryException($"{Name}: a ready timeout is above zero, a drain timeout not below.");
        if (Approval.People is < 1 or > 2)
            throw new DeliveryException($"{Name}: {Approval.People} people approve; one or two do.");
        if (Expiry <= TimeSpan.Zero)
            throw new DeliveryException($"{Name}: an expiry is above zero. See --review-hours.");
        if (Strategy.Fault(this) is { } fault)
            throw new DeliveryException($"{Name}: {fault}. See its strategy in build/Build.Environments.cs.");
        RequireDatabase();
        foreach (var check in SmokeChecks)
        {
            if (!check.Path.StartsWith('/'))
                throw new DeliveryException($"{Name}: the smoke check's path '{check.Path}' must begin with a slash.");
        }

        return this;
    }

    void RequireDatabase()
    {
        if (Backups is { Newest: < 1 } or { Days: < 0 })
            throw new DeliveryException($"{Name}: at least one backup is kept, and of no fewer than 0 days.");
        if (Database is PostgresConnection(var setting) && !Settings.ContainsKey(setting))
        {
            throw new DeliveryException(
                $"{Name}: its database is said to be at the setting {setting}, and there is no such setting."
            );
        }

        // Elsewhere than in {data}, a scratch copy would be the database itself.
        if (Database is SqliteFile(var file) && !file.StartsWith("{data}/", StringComparison.Ordinal))
            throw new DeliveryException(
                $"{Name}: the SQLite file '{file}' must lie in the data directory: {{data}}/…."
            );
    }
}
