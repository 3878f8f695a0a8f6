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
        var known = targets.ToHashSet();
        var dependencies = targets.ToDictionary(x => x, x => x.AllDependencies.Where(known.Contains).ToHashSet());
        var dependents = targets.ToDictionary(x => x, _ => 0);
        foreach (var dependency in dependencies.Values.SelectMany(x => x))
            dependents[dependency]++;

        var left = targets.ToList();
        var order = new List<ExecutableTarget>();
        while (left.Find(x => dependents[x] == 0) is { } target)
        {
            if (strict)
                RequireSingle(left.FindAll(x => dependents[x] == 0));

            left.Remove(target);
            order.Add(target);
            foreach (var dependency in dependencies[target])
                dependents[dependency]--;
        }

        if (left.Count > 0)
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

    /// <summary>The target of a name, in which dashes and case do not matter.</summary>
    /// <exception cref="BuildInputException">There is none.</exception>
    public static ExecutableTarget Find(string name, IReadOnlyCollection<ExecutableTarget> targets)
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

    /// <summary>With <c>--strict</c>, nothing is left to the order of declaration.</summary>
    private static void RequireSingle(List<ExecutableTarget> candidates)
    {
        if (candidates.Count > 1)
            throw new BuildInputException(
                "Incomplete target definition order:\n" + candidates.Select(x => $"  - {x.Name}").Join('\n')
            );
    }

    private static void FailForCycles(Dictionary<ExecutableTarget, HashSet<ExecutableTarget>> dependencies) =>
        throw new BuildInputException(
            "Circular dependencies between targets:\n"
                + Cycles.Of(dependencies).Select(x => $" - {x.Select(y => y.Name).JoinCommaSpace()}").Join('\n')
        );
}
