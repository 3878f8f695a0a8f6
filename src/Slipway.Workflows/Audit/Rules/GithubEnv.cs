using System.Text.RegularExpressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed partial class GithubEnv : AuditRule
{
    public override string Name => "github-env";

    public override string Reason =>
        "Later steps obey what is written there (LD_PRELOAD, a program in front of git): a stranger's text would run as code";

    public override string Remedy =>
        "Hand the value on as an output of the step: GITHUB_OUTPUT is only read where it is named";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        !workflow.StartsOn("pull_request_target") && !workflow.StartsOn("workflow_run")
            ? []
            : from job in workflow.RunnerJobs()
            from step in job.Scripts()
            where Files().IsMatch(step.Part.Run)
            select new Breach(
                $"{step.Path}.run",
                "a workflow that strangers can start changes the environment of later steps"
            );

    [GeneratedRegex(@"GITHUB_(ENV|PATH)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Files();
}
