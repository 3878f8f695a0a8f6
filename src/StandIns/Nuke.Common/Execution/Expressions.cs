// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Reads expressions such as <c>() => Member</c> by walking them: compiling one costs milliseconds.</summary>
internal static class Expressions
{
    /// <summary>The member that <c>() => Member</c> names.</summary>
    public static MemberInfo MemberOf(LambdaExpression expression) =>
        Unconverted(expression.Body) switch
        {
            MemberExpression member => member.Member,
            MethodCallExpression call => call.Method,
            var other => throw new ArgumentException($"'{other}' names no member", nameof(expression)),
        };

    /// <summary>The object whose member <c>() => Member</c> names; null for a static one.</summary>
    public static object InstanceOf(LambdaExpression expression) =>
        Unconverted(expression.Body) is MemberExpression { Expression: { } instance }
            ? Evaluate(instance, parameter: null)
            : null;

    /// <summary>The value of <c>build => build.Member</c>.</summary>
    public static TResult Evaluate<T, TResult>(Expression<Func<T, TResult>> expression, T argument) =>
        IsWalkable(expression.Body)
            ? (TResult)Evaluate(expression.Body, argument)
            : expression.Compile().Invoke(argument);

    /// <summary>The value of <c>() => condition</c>.</summary>
    public static TResult Evaluate<TResult>(Expression<Func<TResult>> expression) =>
        IsWalkable(expression.Body)
            ? (TResult)Evaluate(expression.Body, parameter: null)
            : expression.Compile(preferInterpretation: true).Invoke();

    private static Expression Unconverted(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } ? operand : expression;

    private static bool IsWalkable(Expression expression) =>
        expression switch
        {
            ConstantExpression or ParameterExpression => true,
            MemberExpression member => member.Expression is null || IsWalkable(member.Expression),
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert => !convert.Type.IsValueType
                && IsWalkable(convert.Operand),
            _ => false,
        };

    private static object Evaluate(Expression expression, object parameter) =>
        expression switch
        {
            ConstantExpression constant => constant.Value,
            ParameterExpression => parameter,
            MemberExpression member => BuildMembers.Get(
                member.Member,
                member.Expression is null ? null : Evaluate(member.Expression, parameter)
            ),
            UnaryExpression convert => Evaluate(convert.Operand, parameter),
            _ => Expression.Lambda(expression).Compile(preferInterpretation: true).DynamicInvoke(),
        };
}
