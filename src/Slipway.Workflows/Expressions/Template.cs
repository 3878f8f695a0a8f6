namespace Slipway.Workflows.Expressions;

/// <summary>One <c>${{ }}</c> of a text.</summary>
/// <param name="Offset">Where its <c>${{</c> is in the text, counted from 0.</param>
/// <param name="Source">With <c>${{ }}</c>.</param>
public sealed record Placeholder(Expression Expression, int Offset, string Source);

/// <summary>Finds the expressions in texts.</summary>
public static class Template
{
    const string Open = "${{";
    const string Close = "}}";

    /// <exception cref="ExpressionException">One of them is not closed, or does not parse.</exception>
    public static IReadOnlyList<Placeholder> Parse(string text)
    {
        var placeholders = new List<Placeholder>();
        for (var at = text.IndexOf(Open, StringComparison.Ordinal); at >= 0; )
        {
            var end = FindClose(text, at + Open.Length);
            var inner = text[(at + Open.Length)..end];
            placeholders.Add(new Placeholder(ParseInner(inner, at + Open.Length), at, text[at..(end + Close.Length)]));
            at = text.IndexOf(Open, end + Close.Length, StringComparison.Ordinal);
        }
        return placeholders;
    }

    /// <summary>An <c>if</c>: an expression with or without its <c>${{ }}</c>; none when it is empty.</summary>
    /// <exception cref="ExpressionException">It is not closed, or does not parse.</exception>
    public static IReadOnlyList<Placeholder> ParseCondition(string text)
    {
        if (text.Contains(Open, StringComparison.Ordinal))
            return Parse(text);
        return string.IsNullOrWhiteSpace(text) ? [] : [new Placeholder(ParseInner(text, 0), 0, text)];
    }

    static Expression ParseInner(string inner, int offset)
    {
        try
        {
            return ExpressionParser.Parse(inner);
        }
        catch (ExpressionException failure)
        {
            var problem = failure.Message[..failure.Message.LastIndexOf(", at ", StringComparison.Ordinal)];
            throw new ExpressionException(problem, offset + failure.Offset);
        }
    }

    static int FindClose(string text, int start)
    {
        var inString = false;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\'')
                inString = !inString;
            else if (!inString && text.AsSpan(at).StartsWith(Close, StringComparison.Ordinal))
                return at;
        }
        throw new ExpressionException($"{Open} has no closing {Close}", start - Open.Length);
    }
}
