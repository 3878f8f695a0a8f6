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
        var left = new Stack<TargetFacts>(folded);
        while (left.TryPop(out var target))
        {
            foreach (var triggered in target.Triggers.Select(name => graph[name]))
            {
                if (MayFold(triggered) && IsTriggeredOnlyBy(triggered, folded) && folded.Add(triggered))
                    left.Push(triggered);
            }
        }
        return folded;

        bool MayFold(TargetFacts target) => target.HasActions && !stated.Contains(target);

        bool IsTriggered(TargetFacts target) => graph.TriggeredBy(target).Any(plan.Contains);

        bool IsTriggeredOnlyBy(TargetFacts target, HashSet<TargetFacts> those) =>
            graph.TriggeredBy(target).Where(plan.Contains).All(those.Contains);
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
