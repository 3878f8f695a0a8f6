namespace Slipway.Workflows.Jobs.Planning;

/// <summary>Which targets form jobs: those that are stated, and each other one that is not folded.</summary>
static class JobGrouping
{
    /// <returns>In the order of the build.</returns>
    public static IReadOnlyList<PlannedJob> Of(BuildGraph graph, WorkflowSpec spec)
    {
        var plan = graph.Plan([.. spec.Targets, .. spec.Jobs.SelectMany(job => job.Targets)]);
        var stated = spec
            .Jobs.SelectMany(
                job => job.Targets.SelectMany(name => graph.Members(graph[name])).Distinct(),
                (job, target) => (job, target)
            )
            .ToDictionary(pair => pair.target, pair => pair.job);
        var folded = Folding.Of(graph, plan, stated.Keys.ToHashSet());
        var order = graph.InOrder().Where(target => target.HasActions && plan.Contains(target)).ToList();
        return
        [
            .. order
                .Where(target => !folded.Contains(target))
                .GroupBy(target => stated.GetValueOrDefault(target) as object ?? target)
                .Select(heads => Job([.. heads], heads.Key as JobSpec)),
        ];

        PlannedJob Job(List<TargetFacts> heads, JobSpec? job)
        {
            var all = Folding.With(heads, graph, folded);
            return new PlannedJob(heads, [.. order.Where(all.Contains)], job);
        }
    }
}
