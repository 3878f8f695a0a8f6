using System.Text;
using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>Evaluates the texts of a workflow with their <c>${{ }}</c>, and its conditions.</summary>
public static class TemplateEvaluator
{
    static readonly string[] StatusNames = ["always", "cancelled", "failure", "success"];

    /// <summary>The text with the value of each expression in its place.</summary>
    /// <exception cref="ExpressionException">An expression does not parse.</exception>
    /// <exception cref="EvaluationException">An expression has no value here.</exception>
    public static string Text(string template, EvaluationScope scope) =>
        Fill(template, Template.Parse(template), scope);

    /// <summary>The value itself, type and all, when one expression is the whole text; else the text.</summary>
    /// <exception cref="ExpressionException">An expression does not parse.</exception>
    /// <exception cref="EvaluationException">An expression has no value here.</exception>
    public static Value Value(string template, EvaluationScope scope)
    {
        var placeholders = Template.Parse(template);
        return IsWhole(template, placeholders)
            ? ExpressionEvaluator.Evaluate(placeholders[0].Expression, scope)
            : Fill(template, placeholders, scope);
    }

    /// <summary>
    /// Whether an <c>if</c> holds. Without a status function in it, <c>success()</c> must hold as well; text around an
    /// expression makes the whole a text, which holds when it is not empty: both as on GitHub.
    /// </summary>
    /// <param name="condition">With or without its <c>${{ }}</c>; null or empty is <c>success()</c>.</param>
    /// <exception cref="ExpressionException">An expression does not parse.</exception>
    /// <exception cref="EvaluationException">An expression has no value here.</exception>
    public static bool Holds(string? condition, EvaluationScope scope)
    {
        if (string.IsNullOrWhiteSpace(condition))
            return scope.Status.Success;
        var placeholders = Template.ParseCondition(condition);
        if (!AskStatus(placeholders) && !scope.Status.Success)
            return false;
        return IsWhole(condition, placeholders)
            ? Coercions.IsTrue(ExpressionEvaluator.Evaluate(placeholders[0].Expression, scope))
            : Fill(condition, placeholders, scope).Length > 0;
    }

    /// <summary>Whether a condition has a status function in it, so that nothing is added to it.</summary>
    public static bool AsksStatus(string? condition) =>
        !string.IsNullOrWhiteSpace(condition) && AskStatus(Template.ParseCondition(condition));

    static bool AskStatus(IReadOnlyList<Placeholder> placeholders) =>
        placeholders.Any(placeholder => placeholder.Expression.All().Any(IsStatusFunction));

    static bool IsStatusFunction(Expression expression) =>
        expression is CallExpression call && StatusNames.Contains(call.Function, StringComparer.OrdinalIgnoreCase);

    static bool IsWhole(string template, IReadOnlyList<Placeholder> placeholders) =>
        placeholders is [var only] && only.Source.Length == template.Length;

    static string Fill(string template, IReadOnlyList<Placeholder> placeholders, EvaluationScope scope)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var placeholder in placeholders)
        {
            text.Append(template, at, placeholder.Offset - at);
            text.Append(Coercions.ToText(ExpressionEvaluator.Evaluate(placeholder.Expression, scope)));
            at = placeholder.Offset + placeholder.Source.Length;
        }
        return text.Append(template, at, template.Length - at).ToString();
    }
}
