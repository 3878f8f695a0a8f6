using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Schema;

/// <summary>
/// The types that the scripts read so far have given to columns. What they have not declared is not known, and a name
/// that a script has changed in a way not followed here (a renamed table) is forgotten rather than guessed.
/// </summary>
sealed class ColumnTypes
{
    static readonly SqlPattern s_create = new(
        "CREATE [GLOBAL|LOCAL] [TEMP|TEMPORARY|UNLOGGED] TABLE [IF NOT EXISTS] @table"
    );
    static readonly SqlPattern s_drop = new("DROP TABLE [IF EXISTS] @table,");
    static readonly SqlPattern s_type = new("ALTER [COLUMN] @column [SET DATA] TYPE");
    static readonly SqlPattern s_dropColumn = new("DROP [COLUMN] [IF EXISTS] @column");
    static readonly SqlPattern s_renameColumn = new("RENAME [COLUMN] @column TO @to");
    static readonly SqlPattern s_renameTable = new("RENAME TO @to");

    readonly Dictionary<(string Table, string Column), ColumnType> _types = [];

    public ColumnType? Of(SqlName table, SqlName column) => _types.GetValueOrDefault((table.Name, column.Name));

    /// <summary>Takes in what a statement declares.</summary>
    public void Take(SqlStatement statement, SqlDialect dialect)
    {
        if (s_create.TryMatch(statement.Tokens, dialect, out var create))
        {
            foreach (var column in create.Rest.InParentheses().SplitAtCommas())
                Declare(create.Name("table")!, ColumnDefinition.Read(column, dialect));
        }
        else if (s_drop.TryMatch(statement.Tokens, dialect, out var drop))
            drop.Names("table").ToList().ForEach(Forget);
        else if (AlterTable.TryRead(statement, dialect, out var alteration))
        {
            foreach (var action in alteration.Actions)
                Take(alteration.Table, action, dialect);
        }
    }

    void Take(SqlName table, IReadOnlyList<SqlToken> action, SqlDialect dialect)
    {
        if (s_type.TryMatch(action, dialect, out var type))
            _types[(table.Name, type.Name("column")!.Name)] = TypeIn(type.Rest);
        else if (s_dropColumn.TryMatch(action, dialect, out var drop))
            _types.Remove((table.Name, drop.Name("column")!.Name));
        else if (s_renameTable.Match(action, dialect) is not null)
            Forget(table);
        else if (s_renameColumn.TryMatch(action, dialect, out var rename))
            _types.Remove((table.Name, rename.Name("column")!.Name));
        else
            Declare(table, AlterTable.AddedColumn(action, dialect));
    }

    /// <summary>The type that ALTER COLUMN TYPE gives, without its collation and its conversion.</summary>
    public static ColumnType TypeIn(IReadOnlyList<SqlToken> rest) =>
        ColumnType.Read([.. rest.TakeWhile(token => !token.IsAnyOf(["COLLATE", "USING"]))]);

    void Declare(SqlName table, ColumnDefinition? column)
    {
        if (column is not null)
            _types[(table.Name, column.Name.Name)] = ColumnType.Read(column.Type);
    }

    void Forget(SqlName table)
    {
        foreach (var key in _types.Keys.Where(key => string.Equals(key.Table, table.Name, StringComparison.Ordinal)))
            _types.Remove(key);
    }
}
