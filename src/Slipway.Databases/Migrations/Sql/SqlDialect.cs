namespace Slipway.Databases.Migrations.Sql;

/// <summary>Whose SQL a script is written in: where a quote, a comment or a statement ends differs.</summary>
public enum SqlDialect
{
    PostgreSql,
    Sqlite,
}
