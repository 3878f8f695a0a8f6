using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Tests.Generators;

/// <summary>A build, and what is stated of its workflow.</summary>
public sealed record StatedBuild(TargetFacts[] Targets, WorkflowSpec Spec)
{
    public override string ToString() =>
        string.Join('\n', Targets.Select(target => target.ToString()))
        + $"\nreaches {string.Join(", ", Spec.Targets)}; stated: "
        + string.Join("; ", Spec.Jobs.Select(job => string.Join('+', job.Targets)));
}

/// <summary>Builds without a cycle, with all that targets say, and workflows of them in which nothing is wrong.</summary>
static class AnyBuild
{
    const int MaximalTargets = 9;

    /// <summary>A target names only those before it: no order of them is a cycle.</summary>
    public static Gen<StatedBuild> Valid { get; } =
        from count in Gen.Choose(1, MaximalTargets)
        from targets in Gen.CollectToArray(Enumerable.Range(0, count), Target)
        from spec in Spec(targets)
        select new StatedBuild(WithTriggers(targets), spec);

    static Gen<TargetFacts> Target(int index) =>
        from depends in Some(index, 35)
        from after in Some(index, 20)
        from hasActions in OneIn(100, 80)
        from produces in OneIn(100, 50)
        from takes in OneIn(100, 60)
        from assured in OneIn(100, 12)
        from proceeds in OneIn(100, 12)
        from partitions in Gen.Frequency((9, Gen.Constant<int?>(null)), (1, Gen.Constant<int?>(2)))
        from history in Generators.Some.Flag
        select new TargetFacts(Name(index))
        {
            DependsOn = depends,
            After = after,
            // The first one: so there is always something to do.
            HasActions = hasActions || index == 0,
            Produces = produces && (hasActions || index == 0) ? [$"artifacts/{index}/**"] : [],
            Consumes = takes ? ValueList.From(depends.Select(name => new Consumption(name, []))) : [],
            AssuredAfterFailure = assured,
            ProceedAfterFailure = proceeds,
            Partitions = partitions,
            NeedsHistory = history,
            Permissions = [new PermissionNeed("packages", Access.Read, $"for {Name(index)}")],
            Outputs = [new TargetOutput($"value-{index}", "a value")],
        };

    /// <summary>Each target that says what it triggers names later ones only.</summary>
    static TargetFacts[] WithTriggers(TargetFacts[] targets) =>
        [
            .. targets.Select(
                (target, index) =>
                    index % 4 == 3 && index + 1 < targets.Length ? target with { Triggers = [Name(index + 1)] } : target
            ),
        ];

    static Gen<WorkflowSpec> Spec(TargetFacts[] targets) =>
        from reached in Gen.NonEmptyListOf(Gen.Elements(targets))
        from stated in Gen.SubListOf(targets.Where(target => target.HasActions))
        from keepsOrder in Generators.Some.Flag
        select new WorkflowSpec("any")
        {
            Name = "Any",
            On = [new EventTrigger("push")],
            Targets = [.. reached.Select(target => target.Name).Append(Name(0)).Distinct(StringComparer.Ordinal)],
            Jobs = ValueList.From(stated.Take(2).Select(target => new JobSpec(target.Name) { TimeoutMinutes = 5 })),
            KeepsOrder = keepsOrder,
        };

    static Gen<ValueList<string>> Some(int below, int percent) =>
        Gen.CollectToArray(Enumerable.Range(0, below), _ => OneIn(100, percent))
            .Select(chosen => ValueList.From(Enumerable.Range(0, below).Where(index => chosen[index]).Select(Name)));

    static Gen<bool> OneIn(int all, int some) => Gen.Choose(1, all).Select(drawn => drawn <= some);

    static string Name(int index) => $"Target{(char)('A' + index)}";
}
