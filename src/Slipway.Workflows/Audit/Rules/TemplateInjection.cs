using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class TemplateInjection : AuditRule
{
    public override string Name => "template-injection";

    public override string Scorecard => "Dangerous-Workflow";

    public override string Reason =>
        "GitHub puts the value into the script before a shell reads it: a title, a branch or an output can hold commands";

    public override string Remedy => "Give the value to an environment variable under `env` and use the variable";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from job in workflow.RunnerJobs()
        from script in Scripts(job)
        from reference in WorkflowParts.ReferencesOf(script.Part).Distinct(StringComparer.Ordinal)
        select new Breach(script.Path, $"the value of '{reference}' becomes part of the script");

    /// <summary>Texts that something runs: <c>run</c>, and the script of the action that is made for scripts.</summary>
    static IEnumerable<Placed<string>> Scripts(Placed<RunnerJob> job) =>
        job.Scripts()
            .Select(step => new Placed<string>($"{step.Path}.run", step.Part.Run))
            .Concat(
                from step in job.Actions()
                where step.Part.IsAction("actions/github-script")
                let script = step.Part.With.Find("script")
                where script is not null
                select new Placed<string>($"{step.Path}.with.script", script)
            );
}
