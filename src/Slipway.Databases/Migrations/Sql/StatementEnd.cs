namespace Slipway.Databases.Migrations.Sql;

/// <summary>
/// Knows which semicolon ends a statement, as the two command lines do: psql counts parentheses and the BEGIN and CASE
/// of a routine's SQL body; SQLite's <c>sqlite3_complete</c> takes <c>; END ;</c> for a trigger's end.
/// </summary>
sealed class StatementEnd(SqlDialect dialect)
{
    readonly List<SqlToken> _head = [];
    SqlToken _last;
    SqlToken _lastButOne;
    int _parentheses;
    int _blocks;

    /// <summary>What the statement still waits for; null: it could end here.</summary>
    public string? Missing =>
        _parentheses > 0 ? "a closing parenthesis"
        : _blocks > 0 || (IsTrigger && !IsBodyClosed) ? "the END of its body"
        : null;

    bool IsTrigger => dialect == SqlDialect.Sqlite && Begins("TRIGGER");

    bool IsRoutine => dialect == SqlDialect.PostgreSql && (Begins("FUNCTION") || Begins("PROCEDURE"));

    bool IsBodyClosed => _last.Is("END") && _lastButOne.Is(";");

    /// <summary>Takes the statement's next significant token; true: it was the last one.</summary>
    public bool Add(SqlToken token)
    {
        if (token.Is(";") && Missing is null)
            return true;
        if (_head.Count < 4)
            _head.Add(token);
        if (dialect == SqlDialect.PostgreSql)
            Count(token);
        (_lastButOne, _last) = (_last, token);
        return false;
    }

    void Count(SqlToken token)
    {
        if (token.Is("("))
            _parentheses++;
        else if (token.Is(")"))
            _parentheses = Math.Max(0, _parentheses - 1);
        else if (IsRoutine && (token.Is("BEGIN") || (_blocks > 0 && token.Is("CASE"))))
            _blocks++;
        else if (_blocks > 0 && token.Is("END"))
            _blocks--;
    }

    /// <summary>CREATE, perhaps OR REPLACE or TEMP, and this.</summary>
    bool Begins(string what) =>
        _head is [var create, ..]
        && create.Is("CREATE")
        && _head.Skip(1).FirstOrDefault(token => !token.IsAnyOf(["OR", "REPLACE", "TEMP", "TEMPORARY"])).Is(what);
}
