namespace Slipway.Databases.Migrations.Sql;

/// <summary>Questions to a run of significant tokens. "At the top": outside of any parentheses.</summary>
static class SqlTokens
{
    /// <summary>The index of the first place at the top where these words follow one another; -1: nowhere.</summary>
    public static int IndexAtTop(this IReadOnlyList<SqlToken> tokens, params string[] words)
    {
        var depth = 0;
        for (var i = 0; i + words.Length <= tokens.Count; i++)
        {
            depth += Step(tokens[i]);
            if (depth == 0 && words.Select((word, offset) => tokens[i + offset].Is(word)).All(found => found))
                return i;
        }

        return -1;
    }

    public static bool HasAtTop(this IReadOnlyList<SqlToken> tokens, params string[] words) =>
        tokens.IndexAtTop(words) >= 0;

    /// <summary>The pieces between the commas at the top.</summary>
    public static IReadOnlyList<IReadOnlyList<SqlToken>> SplitAtCommas(this IEnumerable<SqlToken> tokens)
    {
        var (pieces, depth) = (new List<List<SqlToken>> { new() }, 0);
        foreach (var token in tokens)
        {
            depth += Step(token);
            if (depth == 0 && token.Is(","))
                pieces.Add([]);
            else
                pieces[^1].Add(token);
        }

        return pieces;
    }

    /// <summary>What is in the parentheses that the tokens begin with; nothing when they do not.</summary>
    public static IReadOnlyList<SqlToken> InParentheses(this IReadOnlyList<SqlToken> tokens)
    {
        if (tokens is not [var open, ..] || !open.Is("("))
            return [];
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += Step(tokens[i]);
            if (depth == 0)
                return [.. tokens.Skip(1).Take(i - 1)];
        }

        return [.. tokens.Skip(1)];
    }

    /// <summary>As it is written, with single spaces, for messages.</summary>
    public static string Shown(this IEnumerable<SqlToken> tokens) =>
        string.Join(' ', tokens.Select(token => token.Text))
            .Replace(" ( ", "(", StringComparison.Ordinal)
            .Replace(" )", ")", StringComparison.Ordinal)
            .Replace(" ,", ",", StringComparison.Ordinal);

    static int Step(SqlToken token) =>
        token.Is("(") ? 1
        : token.Is(")") ? -1
        : 0;
}
