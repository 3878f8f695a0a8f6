using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class ForkDeployments : AuditRule
{
    public override string Name => "fork-deployments";

    public override string Reason =>
        "What a stranger's pull request contains would be deployed, and its code run where others' data is";

    public override string Remedy =>
        "Add `if: github.event.pull_request.head.repo.full_name == github.repository` to the job";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        workflow.StartsOn("pull_request") || workflow.StartsOn("pull_request_target")
            ? from job in workflow.RunnerJobs()
            where job.Part.Environment is not null
            where !ForkCondition.AsksForTheRepository(job.Part.If)
            select new Breach(job.Path, $"pull requests of forks reach '{job.Part.Environment!.Name}'")
            : [];
}
