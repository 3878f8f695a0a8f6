namespace Slipway.Workflows.Jobs.Planning;

/// <summary>Whether what is stated names targets that are there, and each for one job.</summary>
static class NameChecks
{
    public static IEnumerable<SpecProblem> Check(BuildGraph graph, WorkflowSpec spec) =>
        [
            .. Unknown(graph, spec.Targets, spec.Place),
            .. spec.Jobs.SelectMany(job => Unknown(graph, [.. job.Targets, .. job.After, .. Taken(job)], job.Place)),
            .. Groups(graph, spec),
            .. Twice(graph, spec),
            .. Nothing(spec),
        ];

    /// <summary>What the build itself must be for anything to be planned.</summary>
    public static IEnumerable<SpecProblem> CheckBuild(BuildGraph graph, WorkflowSpec spec)
    {
        foreach (var target in graph.Targets)
        {
            foreach (var other in target.DependsOn.Concat(target.After).Concat(target.Triggers))
            {
                if (graph.Find(other) is null)
                    yield return new SpecProblem(
                        spec.Place,
                        $"the target '{target.Name}' names '{other}', which is no target of the build",
                        NearestName.Ask(other, Names(graph))
                    );
            }
        }
    }

    public static IEnumerable<SpecProblem> CheckCycle(BuildGraph graph, WorkflowSpec spec) =>
        graph.FindCycle() is { } cycle
            ?
            [
                new SpecProblem(
                    spec.Place,
                    $"targets of the build wait for each other: {string.Join(" → ", cycle)}",
                    "Take one of these dependencies away"
                ),
            ]
            : [];

    static IEnumerable<string> Taken(JobSpec job) =>
        job.Parameters.Values.OfType<OutputValue>().Select(value => value.Target);

    static IEnumerable<SpecProblem> Unknown(BuildGraph graph, IEnumerable<string> names, SourcePlace place) =>
        from name in names.Distinct(StringComparer.OrdinalIgnoreCase)
        where graph.Find(name) is null
        select new SpecProblem(place, $"there is no target '{name}'", NearestName.Ask(name, Names(graph)));

    static IEnumerable<SpecProblem> Groups(BuildGraph graph, WorkflowSpec spec) =>
        from job in spec.Jobs
        from name in job.Targets
        where graph.Find(name) is { } target && !graph.Members(target).Any()
        select new SpecProblem(job.Place, $"the target '{name}' does nothing", "Name a target with actions");

    static IEnumerable<SpecProblem> Twice(BuildGraph graph, WorkflowSpec spec) =>
        from stated in spec.Jobs.SelectMany(job =>
            job.Targets.Select(graph.Find)
                .OfType<TargetFacts>()
                .SelectMany(graph.Members)
                .Distinct()
                .Select(target => (job, target))
        )
        group stated.job by stated.target into jobs
        from second in jobs.Skip(1)
        select new SpecProblem(
            second.Place,
            $"the target '{jobs.Key.Name}' is in two jobs",
            $"Leave it out here, or in {jobs.First().Place}"
        );

    /// <summary>Once every name is known, and nothing waits for itself.</summary>
    public static IEnumerable<SpecProblem> CheckReach(BuildGraph graph, WorkflowSpec spec) =>
        graph.Plan([.. spec.Targets, .. spec.Jobs.SelectMany(job => job.Targets)]).Any(target => target.HasActions)
            ? []
            :
            [
                new SpecProblem(
                    spec.Place,
                    $"the workflow '{spec.Id}' reaches nothing to do",
                    "Name a target in Targets"
                ),
            ];

    static IEnumerable<SpecProblem> Nothing(WorkflowSpec spec) =>
        spec
            .Jobs.Where(job => job.Targets.Count == 0)
            .Select(job => new SpecProblem(job.Place, "the job has no target", "Name one"));

    static List<string> Names(BuildGraph graph) =>
        [.. graph.Targets.Select(target => target.Name).Order(StringComparer.Ordinal)];
}
