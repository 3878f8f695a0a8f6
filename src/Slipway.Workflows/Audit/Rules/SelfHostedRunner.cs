using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class SelfHostedRunner : AuditRule
{
    public override string Name => "self-hosted-runner";

    public override string Reason =>
        "A pull request of a stranger runs on a machine that is not thrown away: what it leaves there meets the next job";

    public override string Remedy => "Run pull requests on GitHub's runners, or on runners that live for one job";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from job in workflow.RunnerJobs()
        where workflow.StartsOn("pull_request") || workflow.StartsOn("pull_request_target")
        where job.Part.RunsOn.Labels.Contains("self-hosted", StringComparer.OrdinalIgnoreCase)
        select new Breach($"{job.Path}.runs-on", "pull requests run on a machine of one's own");
}
