using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>
/// Decides which targets run, and in which order. The graph of all targets is peeled from its end: again and again the
/// first target, in the order given, that nothing left depends on is taken off; the reverse of that is the order. So
/// order also holds through targets that do not run, and ties are stable.
/// </summary>
internal static class ExecutionPlanner
{
    /// <param name="targets">All targets of the build.</param>
    /// <param name="invokedNames">What is asked for; null for the default targets.</param>
    /// <exception cref="BuildInputException">There is no target of a name.</exception>
    /// <exception cref="Exception">Targets depend on each other in a circle.</exception>
    public static IReadOnlyCollection<ExecutableTarget> GetExecutionPlan(
        IReadOnlyCollection<ExecutableTarget> targets,
        IReadOnlyCollection<string>? invokedNames
    )
    {
        var invoked = invokedNames?.Select(x => Find(x, targets)).ToList();
        invoked?.ForEach(x => x.Invoked = true);

        var order = Order(targets);
        var wanted = (invoked ?? targets.Where(x => x.IsDefault)).ToHashSet();
        List<ExecutableTarget> plan;
        List<ExecutableTarget> triggered;
        do
        {
            plan = Select(order, wanted);
            triggered = [.. plan.SelectMany(x => x.Triggers).Where(targets.Contains).Except(plan)];
            wanted = [.. plan, .. triggered];
        } while (triggered.Count > 0);

        plan.ForEach(x => x.Status = ExecutionStatus.Scheduled);
        return plan;
    }

    /// <summary>All targets, each after everything that it depends on.</summary>
    private static List<ExecutableTarget> Order(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var strict = ParameterSources.Current.Arguments.Has("strict");
        var positions = targets.Select((x, i) => (x, i)).ToDictionary(x => x.x, x => x.i);
        var dependencies = targets.ToDictionary(
            x => x,
            x => x.AllDependencies.Where(positions.ContainsKey).ToHashSet()
        );
        var dependents = targets.ToDictionary(x => x, _ => 0);
        foreach (var dependency in dependencies.Values.SelectMany(x => x))
            dependents[dependency]++;

        var free = new PriorityQueue<ExecutableTarget, int>(
            targets.Where(x => dependents[x] == 0).Select(x => (x, positions[x]))
        );
        var order = new List<ExecutableTarget>();
        while (free.Count > 0)
        {
            if (strict && free.Count > 1)
                FailForIncompleteOrder(free);

            var target = free.Dequeue();
            order.Add(target);
            foreach (var dependency in dependencies[target])
            {
                if (--dependents[dependency] == 0)
                    free.Enqueue(dependency, positions[dependency]);
            }
        }

        if (order.Count < targets.Count)
            FailForCycles(dependencies);

        order.Reverse();
        return order;
    }

    private static List<ExecutableTarget> Select(List<ExecutableTarget> order, HashSet<ExecutableTarget> wanted)
    {
        var needed = wanted.ToHashSet();
        for (var i = order.Count - 1; i >= 0; i--)
        {
            if (needed.Contains(order[i]))
                needed.UnionWith(order[i].ExecutionDependencies);
        }

        return [.. order.Where(needed.Contains)];
    }

    private static ExecutableTarget Find(string name, IReadOnlyCollection<ExecutableTarget> targets)
    {
        var plain = CommandLineArguments.Plain(name);
        if (targets.FirstOrDefault(x => x.Name.EqualsOrdinalIgnoreCase(plain)) is { } target)
            return target;

        var listed = targets.Where(x => x.Listed).Select(x => x.Name).Order(StringComparer.OrdinalIgnoreCase).ToList();
        throw new BuildInputException(
            $"Target with name '{plain}' does not exist.{NearMisses.Ask(plain, listed)} Available targets are:\n"
                + listed.Select(x => $"  - {x}").Join('\n')
        );
    }

    private static void FailForIncompleteOrder(PriorityQueue<ExecutableTarget, int> free) =>
        throw new BuildInputException(
            "Incomplete target definition order:\n"
                + free.UnorderedItems.OrderBy(x => x.Priority).Select(x => $"  - {x.Element.Name}").Join('\n')
        );

    private static void FailForCycles(Dictionary<ExecutableTarget, HashSet<ExecutableTarget>> dependencies) =>
        throw new BuildInputException(
            "Circular dependencies between targets:\n"
                + Cycles.Of(dependencies).Select(x => $" - {x.Select(y => y.Name).JoinCommaSpace()}").Join('\n')
        );
}
