using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Validation;

/// <summary>Finds before GitHub does what it would refuse: a pure function of the model.</summary>
public static class WorkflowValidator
{
    /// <returns>Every problem, in the order of the file; none when GitHub would take it.</returns>
    public static IReadOnlyList<Problem> Validate(Workflow workflow) =>
        [
            .. TriggerRules.Check(workflow.On),
            .. PermissionRules.Check(workflow.Permissions, "permissions"),
            .. NeedRules.Check(workflow.Jobs),
            .. workflow.Jobs.SelectMany(entry => JobRules.Check(entry.Value, entry.Key)),
            .. OutputRules.Check(workflow.Jobs),
            .. WorkflowTexts.Of(workflow).SelectMany(Expressions),
        ];

    static IEnumerable<Problem> Expressions(PlacedText text)
    {
        try
        {
            return Parse(text)
                .Select(found => Availability.Check(found.Expression, text.Path))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(problem => new Problem(text.Path, problem));
        }
        catch (ExpressionException failure)
        {
            return [new Problem(text.Path, $"the expression does not parse: {failure.Message}")];
        }
    }

    internal static IReadOnlyList<Placeholder> Parse(PlacedText text) =>
        text.IsCondition ? Template.ParseCondition(text.Text) : Template.Parse(text.Text);
}
