namespace Slipway.Workflows.Expressions;

/// <summary>A parsed <c>${{ }}</c> expression (docs.github.com/actions/reference/workflows-and-actions/expressions).</summary>
public abstract record Expression
{
    internal virtual IEnumerable<Expression> Children => [];

    /// <summary>This one and everything in it.</summary>
    internal IEnumerable<Expression> All() => Children.SelectMany(child => child.All()).Prepend(this);
}

/// <param name="Value">A string, a double, a bool or null.</param>
public sealed record LiteralExpression(object? Value) : Expression;

/// <summary>A context by itself: <c>github</c>, <c>secrets</c>.</summary>
public sealed record ContextExpression(string Name) : Expression;

/// <summary><c>target.name</c>, or <c>target['name']</c>, which is the same.</summary>
public sealed record PropertyExpression(Expression Target, string Name) : Expression
{
    internal override IEnumerable<Expression> Children => [Target];
}

/// <summary><c>target[index]</c> with an index that is computed.</summary>
public sealed record IndexExpression(Expression Target, Expression Index) : Expression
{
    internal override IEnumerable<Expression> Children => [Target, Index];
}

/// <summary><c>target.*</c>: every value of it.</summary>
public sealed record WildcardExpression(Expression Target) : Expression
{
    internal override IEnumerable<Expression> Children => [Target];
}

public sealed record CallExpression(string Function, IReadOnlyList<Expression> Arguments) : Expression
{
    internal override IEnumerable<Expression> Children => Arguments;
}

/// <param name="Operator">As it is written: <c>!</c>, <c>==</c>, <c>&amp;&amp;</c>…</param>
public sealed record OperatorExpression(string Operator, IReadOnlyList<Expression> Operands) : Expression
{
    internal override IEnumerable<Expression> Children => Operands;
}
