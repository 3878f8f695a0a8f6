using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class DangerousTriggers : AuditRule
{
    public override string Name => "dangerous-triggers";

    public override string Scorecard => "Dangerous-Workflow";

    public override string Reason =>
        "What a stranger's fork contains would run, or be handed on, with this repository's secrets and a token that may write";

    public override string Remedy =>
        "Use pull_request, which gives forks neither, and workflow_call instead of workflow_run";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from trigger in workflow.On
        where trigger.Event is "pull_request_target" or "workflow_run"
        select new Breach(
            $"on.{trigger.Event}",
            $"'{trigger.Event}' runs with the secrets for what anybody may have sent"
        );
}
