namespace Slipway.Databases.Migrations.Sql;

/// <summary>What makes a script unreadable.</summary>
public sealed record SqlFault(int Line, string Message);

/// <summary>A script as its statements. Their texts and the tail, one after the other, are the script.</summary>
/// <param name="Tail">White space and comments behind the last statement.</param>
/// <param name="Fault">Null: it was read to its end.</param>
public sealed record SqlScript(
    SqlDialect Dialect,
    IReadOnlyList<SqlStatement> Statements,
    IReadOnlyList<SqlToken> Tail,
    SqlFault? Fault
)
{
    /// <summary>Any text at all can be read; what is wrong with it is in <see cref="Fault"/>.</summary>
    public static SqlScript Parse(string text, SqlDialect dialect)
    {
        var statements = new List<SqlStatement>();
        var pieces = new List<SqlToken>();
        var end = new StatementEnd(dialect);
        SqlFault? fault = null;
        foreach (var token in SqlLexer.Read(text, dialect))
        {
            pieces.Add(token);
            if (token.Fault is { } unclosed)
                fault = new SqlFault(token.Line, unclosed);
            if (!token.IsSignificant || !end.Add(token))
                continue;
            statements.Add(new SqlStatement(pieces));
            pieces = [];
            end = new StatementEnd(dialect);
        }

        if (!pieces.Exists(token => token.IsSignificant))
            return new SqlScript(dialect, statements, pieces, fault);
        var last = new SqlStatement(pieces);
        statements.Add(last);
        if (end.Missing is { } missing)
            fault ??= new SqlFault(last.Line, $"the statement that begins here has no end: it wants {missing}");
        return new SqlScript(dialect, statements, [], fault);
    }
}
