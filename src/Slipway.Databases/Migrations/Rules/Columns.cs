using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>
/// Most changes rewrite the table and its indexes under an ACCESS EXCLUSIVE lock. Not those that only widen (a longer
/// varchar, varchar to text, more digits of a numeric): the type before is known from the migrations before.
/// </summary>
sealed class ChangeColumnType()
    : ActionRule(
        "change-column-type",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "changes the type of {0}.{1}",
        why: "unless the old type is known to fit the new one as it is, every row is rewritten while readers and writers are kept out (ACCESS EXCLUSIVE), and the live revision reads another type",
        instead: "add a column of the new type, write to both, copy the values, and drop the old one in a contract migration",
        "ALTER [COLUMN] @name [SET DATA] TYPE"
    )
{
    protected override bool Applies(SqlName table, SqlMatch match, ScriptState state) =>
        match.Rest.HasAtTop("USING")
        || state.Types.Of(table, match.Name("name")!)?.Widens(ColumnTypes.TypeIn(match.Rest)) is not true;
}

/// <summary>Every row is read under an ACCESS EXCLUSIVE lock, unless a valid CHECK (column IS NOT NULL) proves it.</summary>
sealed class SetNotNull()
    : ActionRule(
        "set-not-null",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "makes {1} of {0} NOT NULL",
        why: "every row is read while readers and writers are kept out (ACCESS EXCLUSIVE), and a NULL of the live revision fails",
        instead: "add CHECK (column IS NOT NULL) NOT VALID, validate it in the next migration, and then SET NOT NULL, waived, which the valid check makes quick",
        "ALTER [COLUMN] @name SET NOT NULL",
        "ADD [CONSTRAINT @constraint] NOT NULL @name"
    )
{
    protected override bool Applies(SqlName table, SqlMatch match, ScriptState state) =>
        !match.Rest.HasAtTop("NOT", "VALID");
}

/// <summary>No row that is there has a value for it, so that it fails on a table with rows; SQLite refuses it always.</summary>
sealed class AddColumnNotNull()
    : ActionRule(
        "add-column-not-null",
        Danger.Unsound,
        dialect: null,
        what: "adds the column {0}.{1} as NOT NULL without a default",
        why: "it fails where the table has rows, and an INSERT of the live revision does not give it a value",
        instead: "give it a constant DEFAULT, or leave NOT NULL out"
    )
{
    protected override bool AppliesToAdded(ColumnDefinition column) =>
        column.Has("NOT", "NULL")
        && column.Default is null or [{ Text: "NULL" }]
        && !column.Has("GENERATED")
        && !AddColumnRewrite.IsSerial(column);
}

/// <summary>A constant is kept once in the catalogue; what differs from row to row is written into each.</summary>
sealed class AddColumnVolatileDefault()
    : ActionRule(
        "add-column-volatile-default",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "adds the column {0}.{1} with a default that may be another for each row",
        why: "every row is rewritten while readers and writers are kept out (ACCESS EXCLUSIVE)",
        instead: "add the column without a default, SET DEFAULT in the same migration, and fill the rows there are in batches afterwards"
    )
{
    /// <summary>Functions that answer the same for the whole statement, and words that come before a parenthesis.</summary>
    static readonly string[] s_stable =
    [
        "ARRAY",
        "CAST",
        "COALESCE",
        "CURRENT_TIME",
        "CURRENT_TIMESTAMP",
        "CURRENT_SETTING",
        "JSONB_BUILD_ARRAY",
        "JSONB_BUILD_OBJECT",
        "LOCALTIMESTAMP",
        "LOWER",
        "MAKE_INTERVAL",
        "NOW",
        "STATEMENT_TIMESTAMP",
        "TRANSACTION_TIMESTAMP",
        "UPPER",
    ];

    protected override bool AppliesToAdded(ColumnDefinition column) =>
        column.Default is { } value
        && Enumerable
            .Range(0, Math.Max(0, value.Count - 1))
            .Any(i =>
                value[i].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName
                && value[i + 1].Is("(")
                && !value[i].IsAnyOf(s_stable)
                && !(i > 0 && (value[i - 1].Is(":") || value[i - 1].Is("AS")))
            );
}

/// <summary>The value of each row is computed and written.</summary>
sealed class AddColumnRewrite()
    : ActionRule(
        "add-column-rewrite",
        Danger.Blocking,
        SqlDialect.PostgreSql,
        what: "adds the column {0}.{1}, whose value is computed for each row",
        why: "every row is rewritten while readers and writers are kept out (ACCESS EXCLUSIVE)",
        instead: "add a plain column, let the application or a trigger fill it, and fill the rows there are in batches"
    )
{
    protected override bool AppliesToAdded(ColumnDefinition column) =>
        IsSerial(column) || column.Has("STORED") || column.Has("AS", "IDENTITY");

    internal static bool IsSerial(ColumnDefinition column) =>
        column.Type is [var type]
        && type.IsAnyOf(["SERIAL", "BIGSERIAL", "SMALLSERIAL", "SERIAL2", "SERIAL4", "SERIAL8"]);
}

/// <summary>What SQLite's ALTER TABLE cannot add: it fails, some of it only where the table has rows.</summary>
sealed class AddColumnRefused()
    : ActionRule(
        "add-column-refused",
        Danger.Unsound,
        SqlDialect.Sqlite,
        what: "adds the column {0}.{1} as SQLite does not allow",
        why: "ALTER TABLE adds no PRIMARY KEY, no UNIQUE, no STORED column, no default that is not a constant, and no reference with a default",
        instead: "add a plain column; make it unique by an index",
        patterns: []
    )
{
    protected override bool AppliesToAdded(ColumnDefinition column) =>
        column.Has("PRIMARY", "KEY")
        || column.Has("UNIQUE")
        || column.Has("STORED")
        || (column.Default is { } value && IsNoConstant(value))
        || (column.Has("REFERENCES") && column.Default is not null and not [{ Text: "NULL" }]);

    static bool IsNoConstant(IReadOnlyList<SqlToken> value) =>
        value is [var first, ..]
        && (
            first.IsAnyOf(["CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP"])
            || (first.Is("(") && value.InParentheses().Count > 1)
        );
}
