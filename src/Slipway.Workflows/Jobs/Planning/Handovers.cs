namespace Slipway.Workflows.Jobs.Planning;

/// <summary>Which files one job hands to another.</summary>
static class Handovers
{
    /// <summary>The producer's targets whose files the consumer takes.</summary>
    public static IEnumerable<TargetFacts> Between(PlannedJob producer, PlannedJob consumer) =>
        producer == consumer
            ? []
            : producer.Heads.Where(head =>
                head.Produces.Count > 0
                && consumer
                    .Targets.SelectMany(target => target.Consumes)
                    .Any(taken => taken.Target.Equals(head.Name, StringComparison.OrdinalIgnoreCase))
            );

    /// <summary>Those of the job's targets whose files any other job takes.</summary>
    public static IReadOnlyList<TargetFacts> From(PlannedJob producer, JobGraph graph) =>
        [.. producer.Heads.Where(head => graph.Jobs.Any(job => Between(producer, job).Contains(head)))];

    /// <summary>What the job takes, with the jobs that it comes from.</summary>
    public static IEnumerable<(PlannedJob Producer, TargetFacts Target)> To(PlannedJob consumer, JobGraph graph) =>
        graph.Jobs.SelectMany(producer => Between(producer, consumer), (producer, target) => (producer, target));

    /// <summary>Files that nobody takes: people may want them.</summary>
    public static IReadOnlyList<TargetFacts> Reports(PlannedJob producer, JobGraph graph) =>
        [.. producer.Heads.Where(head => head.Produces.Count > 0).Except(From(producer, graph))];

    public static IEnumerable<SpecProblem> Check(JobGraph graph) =>
        from job in graph.Jobs
        from head in job.Heads
        from files in head.Produces
        where files.StartsWith('/') || files.Split('/').Contains("..") || files.Contains(':', StringComparison.Ordinal)
        select new SpecProblem(
            job.Spec?.Place ?? graph.Spec.Place,
            $"the target '{head.Name}' produces '{files}', which is not below the root",
            "Let it leave its files in the repository's directory, for example below artifacts/"
        );
}
