namespace Slipway.Databases.Migrations.Sql;

/// <summary>What a piece of a script is.</summary>
public enum SqlTokenKind
{
    WhiteSpace,
    Comment,

    /// <summary>A keyword or an identifier without quotes.</summary>
    Word,

    /// <summary>An identifier in quotes.</summary>
    QuotedName,

    /// <summary>A literal in quotes or between dollar tags.</summary>
    Text,
    Number,

    /// <summary>One character of anything else.</summary>
    Symbol,
}

/// <summary>A piece of a script; the pieces of a script, one after the other, are the script.</summary>
/// <param name="Line">The line that it begins on, from 1.</param>
/// <param name="Fault">What is wrong with it: it is not closed. Null: nothing.</param>
public readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Line, string? Fault = null)
{
    /// <summary>False for white space and comments.</summary>
    public bool IsSignificant => Kind is not (SqlTokenKind.WhiteSpace or SqlTokenKind.Comment);

    /// <summary>This keyword, in any case, or this symbol.</summary>
    public bool Is(string text) =>
        Kind is SqlTokenKind.Word or SqlTokenKind.Symbol
        && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);

    public bool IsAnyOf(IEnumerable<string> texts)
    {
        var token = this;
        return texts.Any(token.Is);
    }
}
