using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Audit.Rules;

sealed class ExcessivePermissions : AuditRule
{
    public override string Name => "excessive-permissions";

    public override string Scorecard => "Token-Permissions";

    public override string Reason =>
        "Every step of every job, and every action in them, holds a token that may do what only one of them needs";

    public override string Remedy => "Set `permissions: {}` at the top and give each job the least that it needs";

    internal override IEnumerable<Breach> Check(Workflow workflow)
    {
        if (workflow.Permissions is { All: not null } or { Scopes.Count: > 0 })
            yield return new Breach("permissions", "every job gets these permissions, whether it needs them or not");
        foreach (var (path, job) in workflow.PlacedJobs())
        {
            if (workflow.Permissions is null && job.Permissions is null)
                yield return new Breach(
                    path,
                    "the job has the permissions of the repository's settings, which may be all"
                );
            if (job.Permissions?.All is { } all)
                yield return new Breach($"{path}.permissions", $"the job may {Words.Of<Access>(all)} everything");
        }
    }
}
