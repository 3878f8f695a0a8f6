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

    public static IEnumerable<SpecProblem> Check(JobGraph graph) => [.. CheckFiles(graph), .. CheckRunners(graph)];

    static IEnumerable<SpecProblem> CheckFiles(JobGraph graph) =>
        from job in graph.Jobs
        from head in job.Heads
        from files in head.Produces
        where files.StartsWith('/') || files.Split('/').Contains("..") || files.Contains(':', StringComparison.Ordinal)
        select new SpecProblem(
            job.Spec?.Place ?? graph.Spec.Place,
            $"the target '{head.Name}' produces '{files}', which is not below the root",
            "Let it leave its files in the repository's directory, for example below artifacts/"
        );

    /// <summary>
    /// The steps are written for bash 4 and the GNU tools: macOS has neither, and on Windows tar reads the drive of a path as
    /// a machine.
    /// </summary>
    static IEnumerable<SpecProblem> CheckRunners(JobGraph graph) =>
        from job in graph.Jobs
        where From(job, graph).Count > 0 || To(job, graph).Any()
        from label in JobMatrices.Labels(job, graph.Spec)
        where IsWithoutGnu(label)
        select new SpecProblem(
            job.Spec?.Place ?? graph.Spec.Place,
            $"the job '{job.Id}' runs on '{label}', and files go from job to job with GNU tar and bash 4, which only Linux has",
            "Let it run on Linux, or put what makes the files and what takes them into one job"
        );

    static bool IsWithoutGnu(string label) =>
        label.StartsWith("macos", StringComparison.OrdinalIgnoreCase)
        || label.StartsWith("windows", StringComparison.OrdinalIgnoreCase);
}
