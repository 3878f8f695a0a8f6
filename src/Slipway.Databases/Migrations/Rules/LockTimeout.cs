using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>
/// A statement that waits for a strong lock makes everybody who comes after it wait too, behind one slow query. With
/// <c>lock_timeout</c> the migration gives up instead, and can be tried again. The statement need not be slow itself.
/// </summary>
sealed class LockTimeout()
    : MigrationRule(
        "lock-timeout",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        why: "while it waits for one slow query, everybody who comes after it waits behind it",
        instead: "write SET LOCAL lock_timeout = '2s'; above it: the migration then fails instead, and can be tried again"
    )
{
    static readonly SqlPattern[] s_patterns =
    [
        new("ALTER [FOREIGN|MATERIALIZED] TABLE|VIEW|INDEX|SEQUENCE [IF EXISTS] [ONLY] @name"),
        new("DROP [FOREIGN|MATERIALIZED] TABLE|VIEW|INDEX|SEQUENCE [IF EXISTS] @name,"),
        new("TRUNCATE [TABLE] [ONLY] @name,"),
        new("CREATE [UNIQUE] INDEX [IF NOT EXISTS] [@index] ON [ONLY] @name"),
        new("DROP TRIGGER|RULE|POLICY [IF EXISTS] @dropped ON @name"),
        new("CREATE|ALTER POLICY @policy ON @name"),
        new("CREATE [UNLOGGED] TABLE [IF NOT EXISTS] @table PARTITION OF @name"),
    ];
    static readonly SqlPattern s_trigger = new("CREATE [OR REPLACE] [CONSTRAINT] TRIGGER|RULE @trigger");
    static readonly SqlPattern s_createTable = new("CREATE [UNLOGGED] TABLE");
    static readonly SqlPattern s_on = new("ON|TO @name");
    static readonly SqlPattern s_references = new("REFERENCES @name");

    internal override IEnumerable<Hit> Judge(SqlStatement statement, ScriptState state)
    {
        if (state.HasLockTimeout || state.IsLockTimeoutMissed)
            return [];
        var locked = Locked(statement.Tokens, state.Dialect).Where(name => !state.IsNew(name)).ToList();
        if (locked.Count == 0)
            return [];
        state.IsLockTimeoutMissed = true;
        return [new Hit(statement.Line, $"waits for a lock on {locked[0]} without a limit")];
    }

    static IEnumerable<SqlName> Locked(IReadOnlyList<SqlToken> tokens, SqlDialect dialect)
    {
        if (
            s_patterns.Select(pattern => pattern.Match(tokens, dialect)).FirstOrDefault(m => m is not null) is { } match
        )
            return match.Names("name");
        if (s_trigger.TryMatch(tokens, dialect, out var trigger))
            return First(trigger.Rest, "ON", s_on, dialect).Concat(First(trigger.Rest, "TO", s_on, dialect)).Take(1);
        // A foreign key of a new table locks the table that it refers to.
        return s_createTable.TryMatch(tokens, dialect, out _)
            ? Enumerable
                .Range(0, tokens.Count)
                .Select(i => s_references.Match([.. tokens.Skip(i)], dialect)?.Name("name"))
                .OfType<SqlName>()
            : [];
    }

    static IEnumerable<SqlName> First(
        IReadOnlyList<SqlToken> tokens,
        string word,
        SqlPattern pattern,
        SqlDialect dialect
    )
    {
        var at = tokens.IndexAtTop(word);
        return at >= 0 && pattern.Match([.. tokens.Skip(at)], dialect)?.Name("name") is { } name ? [name] : [];
    }
}
