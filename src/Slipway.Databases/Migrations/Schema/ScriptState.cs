using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Schema;

/// <summary>What is known at one statement of a script: what the ones before it did, and what comes.</summary>
sealed class ScriptState(SqlScript script, ColumnTypes types)
{
    static readonly SqlPattern[] s_creates =
    [
        new("CREATE [GLOBAL|LOCAL] [TEMP|TEMPORARY|UNLOGGED|VIRTUAL|FOREIGN] TABLE @name"),
        new("CREATE [TEMP|TEMPORARY] [MATERIALIZED] VIEW|SEQUENCE|TYPE|DOMAIN|SCHEMA|EXTENSION @name"),
        new("CREATE FUNCTION|PROCEDURE|AGGREGATE @name"),
        new("CREATE [CONSTRAINT|TEMP|TEMPORARY] TRIGGER|POLICY|RULE @name"),
        new("CREATE [UNIQUE] INDEX @name ON"),
    ];
    static readonly SqlPattern s_drop = new(
        "DROP [MATERIALIZED] TABLE|VIEW|SEQUENCE|TYPE|DOMAIN|SCHEMA|INDEX [IF EXISTS] @name,"
    );
    static readonly SqlPattern s_renameTable = new("RENAME TO @to");
    static readonly SqlPattern s_addConstraint = new("ADD CONSTRAINT @name");
    static readonly SqlPattern s_lockTimeout = new("SET [LOCAL|SESSION] lock_timeout =|TO");

    readonly List<SqlName> _new = [];
    readonly List<SqlName> _altered = [];
    readonly List<string> _notValid = [];
    int _taken;

    public SqlDialect Dialect => script.Dialect;

    public ColumnTypes Types => types;

    /// <summary>A limit on waiting for locks is in force.</summary>
    public bool HasLockTimeout { get; private set; }

    /// <summary>The script's lack of one has been said; once is enough.</summary>
    public bool IsLockTimeoutMissed { get; set; }

    /// <summary>This script has created it, so that nobody else knows it yet.</summary>
    public bool IsNew(SqlName name) => _new.Exists(name.MayBe);

    /// <summary>This script holds a strong lock on it already.</summary>
    public bool IsAltered(SqlName table) => _altered.Exists(table.MayBe);

    /// <summary>This script has added the constraint as NOT VALID.</summary>
    public bool IsNotValid(SqlName constraint) => _notValid.Contains(constraint.Name, StringComparer.Ordinal);

    /// <summary>A table that this script has made takes the name later: SQLite's way to alter what ALTER cannot.</summary>
    public bool IsReplaced(SqlName table) =>
        script
            .Statements.Skip(_taken + 1)
            .Any(statement =>
                AlterTable.TryRead(statement, Dialect, out var alteration)
                && IsNew(alteration.Table)
                && alteration.Actions.Any(action =>
                    s_renameTable.Match(action, Dialect)?.Name("to") is { } to && to.MayBe(table)
                )
            );

    /// <summary>Goes on behind a statement.</summary>
    public void Take(SqlStatement statement)
    {
        var tokens = statement.Tokens;
        if (
            s_creates.Select(pattern => pattern.Match(tokens, Dialect)).FirstOrDefault(m => m is not null) is { } create
        )
            _new.Add(create.Name("name")!);
        else if (s_drop.TryMatch(tokens, Dialect, out var drop))
            _new.RemoveAll(known => drop.Names("name").Any(known.MayBe));
        else if (s_lockTimeout.TryMatch(tokens, Dialect, out var timeout))
            HasLockTimeout = timeout.Rest is not [var value, ..] || value.Text.Trim('\'') is not ("0" or "DEFAULT");
        else if (AlterTable.TryRead(statement, Dialect, out var alteration))
            Take(alteration);
        types.Take(statement, Dialect);
        _taken++;
    }

    void Take(AlterTable alteration)
    {
        foreach (var action in alteration.Actions)
        {
            if (IsNew(alteration.Table) && s_renameTable.Match(action, Dialect)?.Name("to") is { } to)
                _new.Add(alteration.Table with { Name = to.Name });
            if (
                s_addConstraint.Match(action, Dialect)?.Name("name") is { } constraint
                && action.HasAtTop("NOT", "VALID")
            )
                _notValid.Add(constraint.Name);
        }

        if (!IsNew(alteration.Table))
            _altered.Add(alteration.Table);
    }
}
