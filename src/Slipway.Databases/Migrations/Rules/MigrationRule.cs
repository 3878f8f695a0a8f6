using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>What a finding means for the phase of its migration.</summary>
public enum Danger
{
    /// <summary>It takes away what the live revision may use: for a contract migration only.</summary>
    Destructive,

    /// <summary>It keeps others from working while it waits or runs: in no migration.</summary>
    Blocking,

    /// <summary>It fails, breaks the migration's transaction, or cannot be judged: in no migration.</summary>
    Unsound,
}

/// <summary>Where a rule is broken, and by what.</summary>
/// <param name="What">The statement in words, such as <c>drops the table photos</c>.</param>
sealed record Hit(int Line, string What);

/// <summary>One thing that a migration must not do, why, and what to do instead.</summary>
/// <param name="id">The name in findings and waivers: words in lower case with hyphens.</param>
/// <param name="dialect">Null: both have it.</param>
/// <param name="why">The reason, as a clause without a full stop.</param>
/// <param name="instead">What to do instead, in the imperative, without a full stop.</param>
public abstract class MigrationRule(string id, Danger danger, SqlDialect? dialect, string why, string instead)
{
    public string Id { get; } = id;

    public Danger Danger { get; } = danger;

    public SqlDialect? Dialect { get; } = dialect;

    public string Why { get; } = why;

    public string Instead { get; } = instead;

    public bool IsFor(SqlDialect other) => Dialect is null || Dialect == other;

    public bool IsNamed(string id) => string.Equals(Id, id, StringComparison.Ordinal);

    /// <summary>What a statement breaks, with what is known before it.</summary>
    internal abstract IEnumerable<Hit> Judge(SqlStatement statement, ScriptState state);
}
