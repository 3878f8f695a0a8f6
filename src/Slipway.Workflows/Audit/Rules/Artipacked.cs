using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class Artipacked : AuditRule
{
    public override string Name => "artipacked";

    public override string Reason =>
        "The checkout leaves the token in .git/config, where every later step finds it, and an artifact may carry it out";

    public override string Remedy => "Set `persist-credentials: false` under `with`";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from step in workflow.Actions()
        where step.Part.IsAction("actions/checkout")
        where step.Part.With.Find("persist-credentials") is not "false"
        select new Breach($"{step.Path}.uses", "the token stays in the checkout");
}
