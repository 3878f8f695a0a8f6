using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>The least that all targets of a job need together, each with the reasons.</summary>
static class JobPermissions
{
    static readonly PermissionNeed Checkout = new("contents", Access.Read, "to check out the sources");

    public static Permissions Of(PlannedJob job) =>
        Permissions.Of(
            ValueMap.From(
                job.Targets.SelectMany(target => target.Permissions)
                    .Prepend(Checkout)
                    .GroupBy(need => need.Scope, StringComparer.Ordinal)
                    .Select(needs => new Entry<Access>(
                        needs.Key,
                        needs.Max(need => need.Access),
                        string.Join("; ", needs.Select(need => need.Reason).Distinct(StringComparer.Ordinal))
                    ))
            )
        );
}
