namespace Slipway.Workflows.Expressions;

/// <summary>
/// Parses what stands between <c>${{</c> and <c>}}</c>. Precedence, from weak to strong: <c>||</c>, <c>&amp;&amp;</c>,
/// equality, comparison, <c>!</c>, access.
/// </summary>
public sealed class ExpressionParser
{
    /// <summary>GitHub's limits (actions/languageservices, expressions/src/errors.ts).</summary>
    const int MaximalDepth = 50;
    const int MaximalLength = 21_000;

    static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["==", "!="],
        ["<", "<=", ">", ">="],
    ];

    readonly IReadOnlyList<Token> _tokens;
    int _next;
    int _depth;

    ExpressionParser(IReadOnlyList<Token> tokens) => _tokens = tokens;

    /// <exception cref="ExpressionException">It does not parse: where, and what is wrong there.</exception>
    public static Expression Parse(string text)
    {
        if (text.Length > MaximalLength)
            throw new ExpressionException($"the expression is longer than {MaximalLength} characters", MaximalLength);
        var parser = new ExpressionParser(new Lexer(text).Read());
        var expression = parser.ReadExpression();
        return parser.Peek.Kind == TokenKind.End ? expression : throw parser.Unexpected();
    }

    Token Peek => _tokens[_next];

    Expression ReadExpression()
    {
        Deeper();
        var expression = ReadLevel(0);
        _depth--;
        return expression;
    }

    Expression ReadLevel(int level)
    {
        if (level == Levels.Length)
            return ReadNot();
        var expression = ReadLevel(level + 1);
        while (Array.Find(Levels[level], Peek.Is) is { } sign)
        {
            _next++;
            expression = new OperatorExpression(sign, [expression, ReadLevel(level + 1)]);
        }
        return expression;
    }

    Expression ReadNot()
    {
        if (!Take("!"))
            return ReadAccess();
        Deeper();
        var operand = ReadNot();
        _depth--;
        return new OperatorExpression("!", [operand]);
    }

    Expression ReadAccess()
    {
        var mayBeAccessed = Peek.Kind == TokenKind.Name || Peek.Is("(");
        var expression = ReadPrimary();
        var depth = _depth;
        while (mayBeAccessed)
        {
            if (Take("."))
                expression = ReadProperty(expression);
            else if (Take("["))
                expression = ReadIndex(expression);
            else
                break;
            Deeper();
        }
        _depth = depth;
        return expression;
    }

    Expression ReadProperty(Expression target)
    {
        if (Take("*"))
            return new WildcardExpression(target);
        return Peek.Kind == TokenKind.Name ? new PropertyExpression(target, _tokens[_next++].Text) : throw Unexpected();
    }

    Expression ReadIndex(Expression target)
    {
        Expression read = Take("*")
            ? new WildcardExpression(target)
            : ReadExpression() switch
            {
                LiteralExpression { Value: string name } => new PropertyExpression(target, name),
                var index => new IndexExpression(target, index),
            };
        Expect("]");
        return read;
    }

    Expression ReadPrimary()
    {
        var token = Peek;
        if (token.Kind == TokenKind.Literal)
        {
            _next++;
            return new LiteralExpression(token.Value);
        }
        if (token.Kind == TokenKind.Name)
        {
            _next++;
            return Take("(") ? ReadCall(token) : ReadContext(token);
        }
        if (!Take("("))
            throw Unexpected();
        var grouped = ReadExpression();
        Expect(")");
        return grouped;
    }

    static ContextExpression ReadContext(Token name) =>
        Functions.IsContext(name.Text)
            ? new ContextExpression(name.Text)
            : throw new ExpressionException(
                $"there is no context '{name.Text}', only {Functions.ContextNames}; a string stands in single quotes",
                name.Offset
            );

    CallExpression ReadCall(Token name)
    {
        var arguments = new List<Expression>();
        if (!Take(")"))
        {
            do arguments.Add(ReadExpression());
            while (Take(","));
            Expect(")");
        }
        return Functions.Check(name.Text, arguments.Count) is { } problem
            ? throw new ExpressionException(problem, name.Offset)
            : new CallExpression(name.Text, arguments);
    }

    bool Take(string sign)
    {
        if (!Peek.Is(sign))
            return false;
        _next++;
        return true;
    }

    void Expect(string sign)
    {
        if (!Take(sign))
            throw Unexpected();
    }

    void Deeper()
    {
        if (++_depth > MaximalDepth)
            throw new ExpressionException($"the expression is more than {MaximalDepth} levels deep", Peek.Offset);
    }

    ExpressionException Unexpected() =>
        new(
            Peek.Kind == TokenKind.End
                ? "the expression ends where more is expected"
                : $"'{Peek.Text}' is not expected here",
            Peek.Offset
        );
}
