using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class SecretsInherit : AuditRule
{
    public override string Name => "secrets-inherit";

    public override string Reason =>
        "The called workflow gets every secret, also those that it has no use for and those of tomorrow";

    public override string Remedy => "Name each secret that it needs under `secrets`";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from call in workflow.CallJobs()
        where call.Part.Secrets is { Inherit: true }
        select new Breach($"{call.Path}.secrets", $"'{call.Part.Uses}' inherits all secrets");
}
