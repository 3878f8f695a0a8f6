using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Audit.Rules;

sealed class UnsoundCondition : AuditRule
{
    public override string Name => "unsound-condition";

    public override string Reason =>
        "Text around ${{ }} makes the whole a text, and a text that is not empty is always true";

    public override string Remedy => "Write the whole condition as one expression, and no line break behind it";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from text in WorkflowTexts.Of(workflow)
        where text.IsCondition && text.Text.Contains("${{", StringComparison.Ordinal)
        where !IsOneExpression(text.Text)
        select new Breach(text.Path, "the condition is always true");

    static bool IsOneExpression(string text) =>
        text.StartsWith("${{", StringComparison.Ordinal)
        && text.EndsWith("}}", StringComparison.Ordinal)
        && text.IndexOf("${{", 1, StringComparison.Ordinal) < 0;
}
