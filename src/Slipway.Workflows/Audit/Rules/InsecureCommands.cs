using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Audit.Rules;

sealed class InsecureCommands : AuditRule
{
    const string Variable = "ACTIONS_ALLOW_UNSECURE_COMMANDS";

    public override string Name => "insecure-commands";

    public override string Reason =>
        "Whatever prints a line, a test's output too, could set the environment of later steps";

    public override string Remedy => "Take the variable away; write to GITHUB_ENV or GITHUB_OUTPUT";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from text in WorkflowTexts.Of(workflow)
        where text.Key.Equals(Variable, StringComparison.OrdinalIgnoreCase) && text.Text is not ("false" or "")
        select new Breach(text.Path, "set-env and add-path are switched on again");
}
