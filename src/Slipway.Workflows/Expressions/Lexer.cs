using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Workflows.Expressions;

/// <summary>Splits an expression into its tokens.</summary>
sealed partial class Lexer(string text)
{
    static readonly string[] Signs = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", "[", "]", ",", "*"];

    readonly List<Token> _tokens = [];
    int _at;

    /// <exception cref="ExpressionException">Something that no token begins with.</exception>
    public IReadOnlyList<Token> Read()
    {
        while (true)
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
            if (_at == text.Length)
                break;
            _tokens.Add(Next());
        }
        _tokens.Add(new Token(TokenKind.End, "", text.Length));
        return _tokens;
    }

    Token Next()
    {
        var start = _at;
        if (text[start] == '\'')
            return String();
        if (text[start] == '.' && FollowsValue())
            return Sign(".");
        if (Array.Find(Signs, sign => text.AsSpan(start).StartsWith(sign, StringComparison.Ordinal)) is { } found)
            return Sign(found);

        var word = Word(mayHoldDots: text[start] is '.' or '-' or '+' || char.IsAsciiDigit(text[start]));
        if (Number().IsMatch(word))
            return new Token(TokenKind.Literal, word, start, Numeric(word));
        if (!Name().IsMatch(word))
            throw new ExpressionException($"'{word}' is neither a name, a number nor an operator", start);
        return !AfterDot() && Keyword(word, out var value)
            ? new Token(TokenKind.Literal, word, start, value)
            : new Token(TokenKind.Name, word, start);
    }

    Token Sign(string sign)
    {
        var token = new Token(TokenKind.Sign, sign, _at);
        _at += sign.Length;
        return token;
    }

    Token String()
    {
        var start = _at++;
        while (_at < text.Length)
        {
            if (text[_at] != '\'')
                _at++;
            else if (_at + 1 < text.Length && text[_at + 1] == '\'')
                _at += 2;
            else
            {
                _at++;
                var value = text[(start + 1)..(_at - 1)].Replace("''", "'", StringComparison.Ordinal);
                return new Token(TokenKind.Literal, text[start.._at], start, value);
            }
        }
        throw new ExpressionException("a string that begins here has no closing '", start);
    }

    /// <summary>Up to the next bracket, comma, operator or space. A number's first character may be one of those.</summary>
    string Word(bool mayHoldDots)
    {
        var start = _at++;
        while (_at < text.Length && !IsBoundary(text[_at], mayHoldDots))
            _at++;
        return text[start.._at];
    }

    static bool IsBoundary(char character, bool mayHoldDots) =>
        char.IsWhiteSpace(character)
        || (character == '.' ? !mayHoldDots : "([)],!><=&|".Contains(character, StringComparison.Ordinal));

    bool FollowsValue() =>
        _tokens is [.., var last] && (last.Kind == TokenKind.Name || last.Is("]") || last.Is(")") || last.Is("*"));

    bool AfterDot() => _tokens is [.., var last] && last.Is(".");

    static bool Keyword(string word, out object? value)
    {
        value = word switch
        {
            "true" => true,
            "false" => false,
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            _ => null,
        };
        return value is not null || word.Equals("null", StringComparison.Ordinal);
    }

    static double Numeric(string word)
    {
        if (word.StartsWith("0x", StringComparison.Ordinal))
            return ulong.Parse(word.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (word.StartsWith("0o", StringComparison.Ordinal))
            return Convert.ToUInt64(word[2..], 8);
        return word.EndsWith("Infinity", StringComparison.Ordinal)
            ? (word[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity)
            : double.Parse(word, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        "^([-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]{1,16}|0o[0-7]{1,21}|[-+]Infinity)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Number();

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
