using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class MissingTimeout : AuditRule
{
    public override string Name => "missing-timeout";

    public override string Reason => "A job that hangs holds its runner, and whatever waits for it, for six hours";

    public override string Remedy => "Set `timeout-minutes` to a few times what the job takes";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from job in workflow.RunnerJobs()
        where job.Part.TimeoutMinutes is null
        select new Breach(job.Path, "the job has no time limit");
}
