namespace Slipway.Databases.Migrations.Sql;

/// <summary>The name of a table or of anything else, as the database compares it, perhaps with its schema.</summary>
public sealed record SqlName(string? Schema, string Name)
{
    /// <summary>A name without a schema may be the one of any schema.</summary>
    public bool MayBe(SqlName other) =>
        string.Equals(Name, other.Name, StringComparison.Ordinal)
        && (Schema is null || other.Schema is null || string.Equals(Schema, other.Schema, StringComparison.Ordinal));

    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";

    /// <summary>
    /// One part of a name. PostgreSQL folds one without quotes to lower case and takes one in quotes as it is; SQLite
    /// compares all of them without case.
    /// </summary>
    internal static string Part(SqlToken token, SqlDialect dialect)
    {
        var name = token.Kind == SqlTokenKind.Word ? token.Text : Unquoted(token.Text);
        return token.Kind == SqlTokenKind.Word || dialect == SqlDialect.Sqlite ? name.ToLowerInvariant() : name;
    }

    static string Unquoted(string text)
    {
        if (text.Length < 2)
            return text;
        var quote = text[^1..];
        return text[1..^1].Replace(quote + quote, quote, StringComparison.Ordinal);
    }
}
