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
            var all = WithFolded(heads, graph, folded);
            return new PlannedJob(heads, [.. order.Where(all.Contains)], job);
        }
    }

    static HashSet<TargetFacts> WithFolded(
        IEnumerable<TargetFacts> heads,
        BuildGraph graph,
        HashSet<TargetFacts> folded
    )
    {
        var all = new HashSet<TargetFacts>(heads);
        var left = new Stack<TargetFacts>(all);
        while (left.TryPop(out var target))
        {
            // What a group holds is needed as if it were named; what a head triggers has a job of its own.
            var near = target.DependsOn.Select(name => graph[name]).ToList();
            if (folded.Contains(target))
                near.AddRange(target.Triggers.Select(name => graph[name]));
            foreach (var other in near)
            {
                if ((folded.Contains(other) || !other.HasActions) && all.Add(other))
                    left.Push(other);
            }
        }
        return all;
    }
}
