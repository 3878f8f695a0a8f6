using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class UnredactedSecrets : AuditRule
{
    public override string Name => "unredacted-secrets";

    public override string Reason =>
        "GitHub hides a secret's whole text in logs, not a part of it: fromJSON makes parts";

    public override string Remedy => "Store each part as a secret of its own";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from placed in workflow.PlacedExpressions()
        where placed.Part.All().OfType<CallExpression>().Any(ReadsSecret)
        select new Breach(placed.Path, "parts of a secret are read, which logs do not hide");

    static bool ReadsSecret(CallExpression call) =>
        call.Function.Equals("fromJSON", StringComparison.OrdinalIgnoreCase)
        && References.Of(call).Any(reference => reference.StartsWith("secrets.", StringComparison.Ordinal));
}
