namespace Slipway.Databases.Migrations.Sql;

/// <summary>
/// Cuts a script into tokens after PostgreSQL's documentation, "Lexical Structure" (with standard_conforming_strings
/// on, its default), and SQLite's tokenizer. It reads any text: what is not closed goes to the end and says so.
/// </summary>
sealed class SqlLexer(string text, SqlDialect dialect)
{
    readonly Quotes _quotes = new(text);
    int _line = 1;

    bool IsPostgres => dialect == SqlDialect.PostgreSql;

    public static IEnumerable<SqlToken> Read(string text, SqlDialect dialect) => new SqlLexer(text, dialect).Read();

    IEnumerable<SqlToken> Read()
    {
        for (var at = 0; at < text.Length; )
        {
            var (kind, end, fault) = Next(at);
            var content = text[at..end];
            yield return new SqlToken(kind, content, _line, fault);
            _line += content.Count(character => character == '\n');
            at = end;
        }
    }

    (SqlTokenKind Kind, int End, string? Fault) Next(int at)
    {
        var first = text[at];
        return first switch
        {
            _ when IsSpace(first) => (SqlTokenKind.WhiteSpace, EndOf(at, IsSpace), null),
            '-' when Follows(at, "--") => (SqlTokenKind.Comment, EndOf(at, IsInLine), null),
            '/' when Follows(at, "/*") => Closed(
                SqlTokenKind.Comment,
                IsPostgres ? _quotes.NestedComment(at) : _quotes.Comment(at),
                "the comment"
            ),
            '\'' => Closed(SqlTokenKind.Text, _quotes.Doubled(at, '\''), "the string"),
            '"' => Closed(SqlTokenKind.QuotedName, _quotes.Doubled(at, '"'), "the quoted name"),
            '`' when !IsPostgres => Closed(SqlTokenKind.QuotedName, _quotes.Doubled(at, '`'), "the quoted name"),
            '[' when !IsPostgres => Closed(SqlTokenKind.QuotedName, _quotes.Until(at, "]"), "the quoted name"),
            '$' when IsPostgres && _quotes.DollarTag(at) is { } tag => Closed(
                SqlTokenKind.Text,
                _quotes.Until(at + tag.Length, tag, inclusiveStart: true),
                $"the {tag} quote"
            ),
            'e' or 'E' when IsPostgres && Follows(at + 1, "'") => Closed(
                SqlTokenKind.Text,
                _quotes.Escaped(at + 1),
                "the string"
            ),
            _ when IsNameStart(first) => (SqlTokenKind.Word, EndOf(at, IsName), null),
            _ when char.IsAsciiDigit(first) => (SqlTokenKind.Number, EndOf(at, IsNumber), null),
            _ => (SqlTokenKind.Symbol, at + 1, null),
        };
    }

    (SqlTokenKind Kind, int End, string? Fault) Closed(SqlTokenKind kind, int? end, string what) =>
        (kind, end ?? text.Length, end is null ? $"{what} that begins here is not closed" : null);

    bool Follows(int at, string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;

    int EndOf(int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
            at++;
        return at;
    }

    bool IsInLine(char character) => character != '\n' && !(IsPostgres && character == '\r');

    static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character is '_' or >= '\x80';

    static bool IsName(char character) => IsNameStart(character) || char.IsAsciiDigit(character) || character == '$';

    static bool IsNumber(char character) => IsName(character) || character == '.';
}
