using System.Diagnostics.CodeAnalysis;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Schema;

/// <summary>ALTER TABLE and what it does to the table, one action after the other.</summary>
sealed record AlterTable(SqlName Table, IReadOnlyList<IReadOnlyList<SqlToken>> Actions)
{
    static readonly SqlPattern s_pattern = new("ALTER [FOREIGN] TABLE [IF EXISTS] [ONLY] @table [*]");
    static readonly SqlPattern s_addColumn = new("ADD [COLUMN] [IF NOT EXISTS] @column");
    static readonly SqlPattern s_add = new("ADD [COLUMN] [IF NOT EXISTS]");

    public static bool TryRead(
        SqlStatement statement,
        SqlDialect dialect,
        [NotNullWhen(true)] out AlterTable? alteration
    )
    {
        alteration = s_pattern.TryMatch(statement.Tokens, dialect, out var match)
            ? new AlterTable(match.Name("table")!, match.Rest.SplitAtCommas())
            : null;
        return alteration is not null;
    }

    /// <summary>The column that an action adds; null: it adds none.</summary>
    public static ColumnDefinition? AddedColumn(IReadOnlyList<SqlToken> action, SqlDialect dialect) =>
        s_addColumn.Match(action, dialect) is not null && s_add.TryMatch(action, dialect, out var add)
            ? ColumnDefinition.Read(add.Rest, dialect)
            : null;
}
