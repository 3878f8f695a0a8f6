namespace Slipway.Workflows.Jobs.Planning;

/// <summary>
/// Which targets run inside the jobs of others. A target is folded when another one directly depends on it and takes
/// nothing that it produces: what it does to its machine cannot be handed over. What it triggers there comes along.
/// </summary>
static class Folding
{
    /// <param name="plan">What the workflow runs.</param>
    /// <param name="stated">Those for which a job is stated.</param>
    public static HashSet<TargetFacts> Of(
        BuildGraph graph,
        IReadOnlySet<TargetFacts> plan,
        IReadOnlySet<TargetFacts> stated
    )
    {
        var folded = plan.Where(target => MayFold(target) && !IsTriggered(target) && IsNeededInPlace(target, plan))
            .ToHashSet();
        foreach (var triggered in graph.InOrder().Where(target => plan.Contains(target) && MayFold(target)))
        {
            // Not when it is what the other is there for: somebody must be left whose job they run in.
            if (
                !folded.Contains(triggered)
                && IsTriggered(triggered)
                && graph.TriggeredBy(triggered).Where(plan.Contains).All(folded.Contains)
                && IsReached([.. folded, triggered])
            )
                folded.Add(triggered);
        }
        return folded;

        bool IsReached(HashSet<TargetFacts> those) =>
            those.IsSubsetOf(With(plan.Where(target => target.HasActions && !those.Contains(target)), graph, those));

        bool MayFold(TargetFacts target) => target.HasActions && !stated.Contains(target);

        bool IsTriggered(TargetFacts target) => graph.TriggeredBy(target).Any(plan.Contains);
    }

    /// <summary>These, with the folded ones that run in their jobs, and the groups in between.</summary>
    public static HashSet<TargetFacts> With(
        IEnumerable<TargetFacts> heads,
        BuildGraph graph,
        IReadOnlySet<TargetFacts> folded
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

    static bool IsNeededInPlace(TargetFacts target, IEnumerable<TargetFacts> plan) =>
        plan.Any(other =>
            other.HasActions
            && other.DependsOn.Contains(target.Name, StringComparer.OrdinalIgnoreCase)
            && !Takes(other, target)
        );

    /// <summary>Whether it is enough for the consumer to be given the producer's files.</summary>
    static bool Takes(TargetFacts consumer, TargetFacts producer) =>
        producer.Produces.Count > 0
        && consumer.Consumes.Any(taken => taken.Target.Equals(producer.Name, StringComparison.OrdinalIgnoreCase));
}
