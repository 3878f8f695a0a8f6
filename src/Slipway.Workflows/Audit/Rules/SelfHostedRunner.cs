using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class SelfHostedRunner : AuditRule
{
    public override string Name => "self-hosted-runner";

    public override string Reason =>
        "A pull request of a stranger runs on a machine that is not thrown away: what it leaves there meets the next job";

    public override string Remedy =>
        "Run pull requests on GitHub's runners, or add `if: github.event.pull_request.head.repo.full_name == github.repository`";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from job in workflow.RunnerJobs()
        where workflow.StartsOn("pull_request") || workflow.StartsOn("pull_request_target")
        where job.Part.RunsOn.Labels.Contains("self-hosted", StringComparer.OrdinalIgnoreCase)
        where !ForkCondition.AsksForTheRepository(job.Part.If)
        select new Breach($"{job.Path}.runs-on", "pull requests run on a machine of one's own");
}
