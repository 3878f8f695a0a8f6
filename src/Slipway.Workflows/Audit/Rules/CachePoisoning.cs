using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class CachePoisoning : AuditRule
{
    public override string Name => "cache-poisoning";

    public override string Reason =>
        "Any run of the branch can fill the cache; what a release takes from it was built by nobody knows whom";

    public override string Remedy => "Build what is released without caches";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from job in workflow.RunnerJobs()
        where Releases(workflow, job.Part)
        from step in job.Actions()
        where UsesCache(step.Part)
        select new Breach($"{step.Path}.uses", "a job that releases takes files from a cache");

    static bool Releases(Workflow workflow, RunnerJob job) =>
        workflow.On.Any(trigger =>
            trigger is EventTrigger { Event: "release" } or EventTrigger { Event: "push", Tags: not null }
        )
        || job.Environment is not null
        || Writes(job, "packages")
        || Writes(job, "attestations")
        || Writes(job, "contents");

    static bool Writes(RunnerJob job, string scope) => job.Permissions?.Scopes.Find(scope) == Access.Write;

    /// <summary>Actions that are caches, those that are told to use one, and setup-go, which does unless it is told not to.</summary>
    static bool UsesCache(ActionStep step) =>
        (Speaks(step.Uses.Name) && !step.IsAction("actions/cache/save"))
        || step.With.Any(input => IsCacheInput(input.Key) && input.Value is not ("false" or ""))
        || (step.IsAction("actions/setup-go") && step.With.Find("cache") is not "false");

    static bool IsCacheInput(string name) =>
        Speaks(name) && !name.StartsWith("no-", StringComparison.OrdinalIgnoreCase);

    static bool Speaks(string name) => name.Contains("cache", StringComparison.OrdinalIgnoreCase);
}
