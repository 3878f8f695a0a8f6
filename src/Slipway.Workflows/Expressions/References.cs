namespace Slipway.Workflows.Expressions;

/// <summary>What an expression reads of its contexts.</summary>
public static class References
{
    /// <summary>
    /// The longest paths, in lower case as GitHub compares them: <c>github.event.issue.title</c>; <c>*</c> stands where
    /// it reads every value or a computed one, and a context by itself is everything in it.
    /// </summary>
    public static IEnumerable<string> Of(Expression expression)
    {
        if (PathOf(expression) is { } path)
            return InnerIndexes(expression).SelectMany(Of).Prepend(path);
        return expression.Children.SelectMany(Of);
    }

    static string? PathOf(Expression expression) =>
        expression switch
        {
            ContextExpression context => context.Name.ToLowerInvariant(),
            PropertyExpression property when PathOf(property.Target) is { } target =>
                $"{target}.{property.Name.ToLowerInvariant()}",
            IndexExpression index when PathOf(index.Target) is { } target => $"{target}.*",
            WildcardExpression wildcard when PathOf(wildcard.Target) is { } target => $"{target}.*",
            _ => null,
        };

    static IEnumerable<Expression> InnerIndexes(Expression path) =>
        path switch
        {
            IndexExpression index => InnerIndexes(index.Target).Append(index.Index),
            PropertyExpression property => InnerIndexes(property.Target),
            WildcardExpression wildcard => InnerIndexes(wildcard.Target),
            _ => [],
        };
}
