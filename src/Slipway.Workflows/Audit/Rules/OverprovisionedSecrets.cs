using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class OverprovisionedSecrets : AuditRule
{
    public override string Name => "overprovisioned-secrets";

    public override string Reason =>
        "Whoever reads the whole context, or one by a computed name, can have every secret there is";

    public override string Remedy => "Name the one secret: secrets.NAME";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from placed in workflow.PlacedExpressions()
        where References.Of(placed.Part).Any(reference => reference is "secrets" or "secrets.*")
        select new Breach(placed.Path, "all secrets are read at once, or one whose name is computed");
}
