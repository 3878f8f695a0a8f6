using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>
/// Evaluates expressions as GitHub's runner does: loose types, texts compared without case, null for whatever is not
/// there.
/// </summary>
public static class ExpressionEvaluator
{
    /// <exception cref="EvaluationException">A function cannot do what it is asked: no JSON, no such format.</exception>
    public static Value Evaluate(Expression expression, EvaluationScope scope) =>
        Inner(expression, scope) switch
        {
            FilteredList filtered => new ListValue(filtered.Items),
            var value => value,
        };

    static Value Inner(Expression expression, EvaluationScope scope) =>
        expression switch
        {
            LiteralExpression literal => Literal(literal.Value),
            ContextExpression context => scope.Contexts.Find(context.Name),
            PropertyExpression property => Access.Item(Inner(property.Target, scope), new TextValue(property.Name)),
            IndexExpression index => Access.Item(Inner(index.Target, scope), Inner(index.Index, scope)),
            WildcardExpression wildcard => Access.Every(Inner(wildcard.Target, scope)),
            CallExpression call => FunctionCalls.Call(
                call.Function,
                [.. call.Arguments.Select(argument => Inner(argument, scope))],
                scope
            ),
            OperatorExpression operation => Operation(operation, scope),
            _ => throw new EvaluationException($"There is no value for {expression}."),
        };

    static Value Literal(object? value) =>
        value switch
        {
            null => NullValue.Instance,
            bool flag => flag,
            double number => number,
            _ => (string)value,
        };

    static Value Operation(OperatorExpression operation, EvaluationScope scope)
    {
        var left = Inner(operation.Operands[0], scope);
        return operation.Operator switch
        {
            "!" => !Coercions.IsTrue(left),
            "&&" => Coercions.IsTrue(left) ? Inner(operation.Operands[1], scope) : left,
            "||" => Coercions.IsTrue(left) ? left : Inner(operation.Operands[1], scope),
            var comparison => Compare(comparison, left, Inner(operation.Operands[1], scope)),
        };
    }

    static bool Compare(string comparison, Value left, Value right) =>
        comparison switch
        {
            "==" => Coercions.AreEqual(left, right),
            "!=" => !Coercions.AreEqual(left, right),
            ">" => Coercions.IsGreater(left, right),
            ">=" => Coercions.AreEqual(left, right) || Coercions.IsGreater(left, right),
            "<" => Coercions.IsGreater(right, left),
            _ => Coercions.AreEqual(left, right) || Coercions.IsGreater(right, left),
        };
}
