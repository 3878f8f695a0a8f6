namespace Slipway.Workflows.Jobs.Planning;

/// <summary>The jobs of a workflow, each after those that it needs.</summary>
sealed class JobGraph
{
    readonly JobNeeds _direct;
    readonly Dictionary<PlannedJob, HashSet<PlannedJob>> _needs = [];

    /// <summary>What must have run well when the job has.</summary>
    readonly Dictionary<PlannedJob, HashSet<PlannedJob>> _implied = [];
    readonly HashSet<PlannedJob> _unusual = [];

    JobGraph(BuildGraph targets, WorkflowSpec spec, IReadOnlyList<PlannedJob> jobs, JobNeeds direct)
    {
        Targets = targets;
        Spec = spec;
        _direct = direct;
        Jobs = InOrder(jobs);
        foreach (var job in Jobs)
        {
            var needs = direct.Of(job).SelectMany(need => AlsoNeeded(need).Prepend(need)).ToHashSet();
            _needs[job] = needs;
            _implied[job] = job.IsAssured ? [] : [.. needs.SelectMany(need => _implied[need].Prepend(need))];
            if (needs.Any(need => need.IsAssured || need.MayFail || _unusual.Contains(need)))
                _unusual.Add(job);
        }
    }

    public BuildGraph Targets { get; }

    public WorkflowSpec Spec { get; }

    public IReadOnlyList<PlannedJob> Jobs { get; }

    /// <exception cref="GenerationException">Jobs wait for each other.</exception>
    public static JobGraph Of(BuildGraph targets, WorkflowSpec spec)
    {
        var jobs = JobGrouping.Of(targets, spec);
        var direct = new JobNeeds(targets, spec, jobs);
        if (Cycle.Find(jobs, direct.Of) is not { } cycle)
            return new JobGraph(targets, spec, jobs, direct);
        throw new GenerationException([
            new SpecProblem(
                cycle.Select(job => job.Spec?.Place).OfType<SourcePlace>().FirstOrDefault() ?? spec.Place,
                $"the jobs wait for each other: {string.Join(" → ", cycle.Select(job => job.Id))}",
                "State one job that has their targets, or take away what makes one of them wait"
            ),
        ]);
    }

    /// <summary>The job that a target is there for; null when it is folded into others, or not planned.</summary>
    public PlannedJob? JobOf(string target) => _direct.JobOf(target);

    /// <summary>
    /// All that the job's <c>needs</c> must name: without those that another one of them waits for, unless something is
    /// taken from them.
    /// </summary>
    public IReadOnlyList<PlannedJob> Needs(PlannedJob job)
    {
        var needs = _needs[job];
        var implied = needs.SelectMany(need => _implied[need]).ToHashSet();
        return [.. Jobs.Where(need => needs.Contains(need) && (!implied.Contains(need) || IsTakenFrom(need, job)))];
    }

    bool IsTakenFrom(PlannedJob producer, PlannedJob consumer) =>
        Handovers.Between(producer, consumer).Any()
        || (consumer.Spec?.Parameters.Values.OfType<OutputValue>() ?? []).Any(value => JobOf(value.Target) == producer);

    /// <summary>An assured job runs when what it waits for has failed: who needs it has to ask for that too.</summary>
    HashSet<PlannedJob> AlsoNeeded(PlannedJob need) => need.IsAssured ? _needs[need] : [];

    /// <summary>Whether a job that comes before this one may have failed, or have run after a failure.</summary>
    public bool FollowsUnusual(PlannedJob job) => _unusual.Contains(job);

    List<PlannedJob> InOrder(IReadOnlyList<PlannedJob> jobs)
    {
        var order = new List<PlannedJob>();
        var seen = new HashSet<PlannedJob>();
        foreach (var job in jobs)
            Visit(job);
        return order;

        void Visit(PlannedJob job)
        {
            if (!seen.Add(job))
                return;
            foreach (var need in jobs.Where(_direct.Of(job).Contains))
                Visit(need);
            order.Add(job);
        }
    }
}
