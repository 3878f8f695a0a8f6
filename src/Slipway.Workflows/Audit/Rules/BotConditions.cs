using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class BotConditions : AuditRule
{
    public override string Name => "bot-conditions";

    public override string Reason =>
        "The actor is who caused the last event, not who wrote the change: a stranger can let a bot touch their pull request";

    public override string Remedy => "Compare github.event.pull_request.user.login instead";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from placed in workflow.PlacedConditions()
        where placed.Part.All().OfType<OperatorExpression>().Any(IsBotCheck)
        select new Breach(placed.Path, "whether a bot acts is decided by github.actor");

    static bool IsBotCheck(OperatorExpression comparison) =>
        comparison.Operands.Any(operand =>
            References.Of(operand).Any(name => name is "github.actor" or "github.triggering_actor")
        )
        && comparison.Operands.Any(operand =>
            operand is LiteralExpression { Value: string name }
            && name.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase)
        );
}
