namespace Slipway.Workflows.Jobs.Planning;

/// <summary>The targets of a build and how they depend on each other.</summary>
sealed class BuildGraph
{
    readonly Dictionary<string, TargetFacts> _targets;
    readonly ILookup<string, string> _triggeredBy;

    /// <exception cref="ArgumentException">Two targets have one name.</exception>
    public BuildGraph(IReadOnlyList<TargetFacts> targets)
    {
        Targets = targets;
        _targets = targets.ToDictionary(target => target.Name, StringComparer.OrdinalIgnoreCase);
        _triggeredBy = targets
            .SelectMany(target => target.Triggers.Select(triggered => (Triggered: triggered, By: target.Name)))
            .ToLookup(pair => pair.Triggered, pair => pair.By, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<TargetFacts> Targets { get; }

    public TargetFacts? Find(string name) => _targets.GetValueOrDefault(name);

    public TargetFacts this[string name] => _targets[name];

    public IEnumerable<TargetFacts> TriggeredBy(TargetFacts target) =>
        _triggeredBy[target.Name].Select(name => this[name]);

    /// <summary>Everything that comes before it, of whatever kind.</summary>
    public IEnumerable<TargetFacts> Before(TargetFacts target) =>
        target.DependsOn.Concat(target.After).Select(name => this[name]).Concat(TriggeredBy(target));

    /// <summary>What NUKE runs when these are asked for: what they depend on, and what any of it triggers.</summary>
    public HashSet<TargetFacts> Plan(IEnumerable<string> names)
    {
        var plan = new HashSet<TargetFacts>();
        var left = new Stack<TargetFacts>(names.Select(name => this[name]));
        while (left.TryPop(out var target))
        {
            if (!plan.Add(target))
                continue;
            foreach (var other in target.DependsOn.Concat(target.Triggers))
                left.Push(this[other]);
        }
        return plan;
    }

    /// <summary>The target itself, or those that it groups, through groups in it.</summary>
    public IEnumerable<TargetFacts> Members(TargetFacts target) =>
        target.HasActions ? [target] : target.DependsOn.SelectMany(name => Members(this[name])).Distinct();

    /// <summary>Each after everything that comes before it, else as the build declares them.</summary>
    public IReadOnlyList<TargetFacts> InOrder()
    {
        var order = new List<TargetFacts>();
        var seen = new HashSet<TargetFacts>();
        foreach (var target in Targets)
            Visit(target);
        return order;

        void Visit(TargetFacts target)
        {
            if (!seen.Add(target))
                return;
            foreach (var before in Before(target))
                Visit(before);
            order.Add(target);
        }
    }

    /// <summary>Targets that wait for each other, the first one again at the end; null when none do.</summary>
    public IReadOnlyList<string>? FindCycle() => Cycle.Find(Targets, Before)?.Select(target => target.Name).ToList();
}
