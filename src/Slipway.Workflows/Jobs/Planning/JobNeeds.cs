namespace Slipway.Workflows.Jobs.Planning;

/// <summary>Which jobs a job waits for, before those that others wait for as well are left out.</summary>
sealed class JobNeeds
{
    readonly BuildGraph _graph;
    readonly WorkflowSpec _spec;
    readonly Dictionary<TargetFacts, PlannedJob> _heads;
    readonly HashSet<TargetFacts> _folded;
    readonly Dictionary<PlannedJob, HashSet<PlannedJob>> _needs;

    public JobNeeds(BuildGraph graph, WorkflowSpec spec, IReadOnlyList<PlannedJob> jobs)
    {
        _graph = graph;
        _spec = spec;
        _heads = jobs.SelectMany(job => job.Heads, (job, head) => (job, head))
            .ToDictionary(pair => pair.head, pair => pair.job);
        _folded = jobs.SelectMany(job => job.Targets.Except(job.Heads)).ToHashSet();
        _needs = jobs.ToDictionary(job => job, Direct);
    }

    /// <summary>The job that a target is there for; null when it is folded into others, or not planned.</summary>
    public PlannedJob? JobOf(string target) => _heads.GetValueOrDefault(_graph[target]);

    public IReadOnlySet<PlannedJob> Of(PlannedJob job) => _needs[job];

    HashSet<PlannedJob> Direct(PlannedJob job)
    {
        var needs = job
            .Targets.SelectMany(target => Depended(target).Concat(TriggeredBy(target, job)).Concat(Taken(target)))
            .Concat(_spec.KeepsOrder ? job.Heads.SelectMany(Ordered) : [])
            .Concat(job.Spec is { } spec ? Stated(spec) : [])
            .ToHashSet();
        needs.Remove(job);
        return needs;
    }

    /// <summary>What it depends on, also through groups; what is folded in between is in the job.</summary>
    IEnumerable<PlannedJob> Depended(TargetFacts target) =>
        target
            .DependsOn.SelectMany(name => _graph.Members(_graph[name]))
            .Select(other => _heads.GetValueOrDefault(other))
            .OfType<PlannedJob>();

    IEnumerable<PlannedJob> TriggeredBy(TargetFacts target, PlannedJob job) =>
        _graph
            .TriggeredBy(target)
            .Where(trigger => !job.Targets.Contains(trigger))
            .SelectMany(_graph.Members)
            .Select(other => _heads.GetValueOrDefault(other))
            .OfType<PlannedJob>();

    IEnumerable<PlannedJob> Taken(TargetFacts target) =>
        target
            .Consumes.Select(taken => _graph.Find(taken.Target))
            .Where(producer => producer is { Produces.Count: > 0 })
            .Select(producer => _heads.GetValueOrDefault(producer!))
            .OfType<PlannedJob>();

    IEnumerable<PlannedJob> Stated(JobSpec job) =>
        job
            .After.SelectMany(name => _graph.Members(_graph[name]))
            .Concat(job.Parameters.Values.OfType<OutputValue>().Select(value => _graph[value.Target]))
            .Select(target => _heads.GetValueOrDefault(target))
            .OfType<PlannedJob>();

    /// <summary>
    /// What comes before it, as NUKE has it: also through targets that do not run. The order of what is folded holds inside
    /// a job only: it runs in several.
    /// </summary>
    HashSet<PlannedJob> Ordered(TargetFacts head)
    {
        var found = new HashSet<PlannedJob>();
        var seen = new HashSet<TargetFacts>();
        var left = new Stack<TargetFacts>(_graph.Before(head));
        while (left.TryPop(out var target))
        {
            if (_folded.Contains(target) || !seen.Add(target))
                continue;
            if (_heads.TryGetValue(target, out var job))
                found.Add(job);
            else
                foreach (var before in _graph.Before(target))
                    left.Push(before);
        }
        return found;
    }
}
