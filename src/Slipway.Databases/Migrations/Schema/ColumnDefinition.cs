using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Schema;

/// <summary>A column as CREATE TABLE or ADD COLUMN declares it.</summary>
/// <param name="Type">Empty: none is given, which SQLite allows.</param>
/// <param name="Constraints">What is behind the type.</param>
sealed record ColumnDefinition(SqlName Name, IReadOnlyList<SqlToken> Type, IReadOnlyList<SqlToken> Constraints)
{
    static readonly SqlPattern s_name = new("@name");

    static readonly string[] s_constraints =
    [
        "AS",
        "CHECK",
        "COLLATE",
        "COMPRESSION",
        "CONSTRAINT",
        "DEFAULT",
        "GENERATED",
        "NOT",
        "NULL",
        "PRIMARY",
        "REFERENCES",
        "STORAGE",
        "UNIQUE",
        "USING",
    ];

    /// <summary>Null: it is no column but a constraint, or a table whose columns are taken over.</summary>
    public static ColumnDefinition? Read(IReadOnlyList<SqlToken> tokens, SqlDialect dialect)
    {
        if (!s_name.TryMatch(tokens, dialect, out var match) || IsNoColumn(tokens))
            return null;
        var type = match.Rest.TakeWhile(token => !token.IsAnyOf(s_constraints)).ToList();
        return new ColumnDefinition(match.Name("name")!, type, [.. match.Rest.Skip(type.Count)]);
    }

    public bool Has(params string[] words) => Constraints.HasAtTop(words);

    /// <summary>The expression behind DEFAULT; null: there is none.</summary>
    public IReadOnlyList<SqlToken>? Default
    {
        get
        {
            var at = Constraints.IndexAtTop("DEFAULT");
            if (at < 0)
                return null;
            var first = Constraints.Skip(at + 1).Take(1);
            // NULL begins a constraint elsewhere, and is a value here.
            var rest = Constraints.Skip(at + 2).ToList();
            var end = s_constraints.Select(word => rest.IndexAtTop(word)).Where(found => found >= 0);
            return [.. first, .. rest.Take(end.DefaultIfEmpty(rest.Count).Min())];
        }
    }

    static bool IsNoColumn(IReadOnlyList<SqlToken> tokens) =>
        tokens is [var first, var second, ..]
        && (
            (first.Is("EXCLUDE") && second.IsAnyOf(["USING", "("]))
            || (first.Is("LIKE") && second.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName)
        );
}
