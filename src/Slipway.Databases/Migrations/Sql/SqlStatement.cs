namespace Slipway.Databases.Migrations.Sql;

/// <summary>One statement of a script.</summary>
/// <param name="All">Every token of it: the comments and the white space before it, itself, and its semicolon.</param>
public sealed record SqlStatement(IReadOnlyList<SqlToken> All)
{
    /// <summary>What a database acts on: no comment, no white space, no final semicolon.</summary>
    public IReadOnlyList<SqlToken> Tokens { get; } = Significant(All);

    /// <summary>The line that it begins on, behind its comments.</summary>
    public int Line => Tokens is [var first, ..] ? first.Line : All[^1].Line;

    /// <summary>The part of the script that it takes.</summary>
    public string Text => string.Concat(All.Select(token => token.Text));

    static List<SqlToken> Significant(IReadOnlyList<SqlToken> all)
    {
        var tokens = all.Where(token => token.IsSignificant).ToList();
        if (tokens is [.., var last] && last.Is(";"))
            tokens.RemoveAt(tokens.Count - 1);
        return tokens;
    }
}
