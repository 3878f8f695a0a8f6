// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Reads the targets of a build and how they relate to each other.</summary>
internal static class ExecutableTargetFactory
{
    public static IReadOnlyCollection<ExecutableTarget> CreateAll<T>(
        T build,
        params Expression<Func<T, Target>>[] defaultTargets
    )
        where T : INukeBuild
    {
        var properties = BuildMembers.Targets(build.GetType());
        var defaults = Array.ConvertAll(defaultTargets, x => Expressions.Evaluate(x, build));
        var targets = properties.Select(x => Create(build, x, defaults)).ToList();

        // The first of equal delegates stands for all: a component's target, for one, is read through one property only.
        var byFactory = new Dictionary<Delegate, ExecutableTarget>();
        foreach (var target in targets)
            byFactory.TryAdd(target.Factory, target);

        foreach (var target in targets)
            Relate(target, targets, byFactory);
        return targets;
    }

    private static ExecutableTarget Create(INukeBuild build, PropertyInfo property, Target[] defaults)
    {
        var factory = (Delegate)BuildMembers.Get(property, build);
        var definition = new TargetDefinition(property, build);
        switch (factory)
        {
            case Target target:
                target(definition);
                break;
            case Setup setup:
                setup(definition);
                break;
            case Cleanup cleanup:
                cleanup(definition);
                break;
        }

        return new ExecutableTarget
        {
            Name = definition.Name,
            Member = property,
            Definition = definition,
            Description = definition.Description,
            Factory = factory,
            IsDefault = defaults.Contains(factory),
            DynamicConditions = definition.DynamicConditions,
            StaticConditions = definition.StaticConditions,
            DependencyBehavior = definition.DependencyBehavior,
            ProceedAfterFailure = definition.IsProceedAfterFailure,
            AssuredAfterFailure = definition.IsAssuredAfterFailure || factory is Cleanup,
            DelegateRequirements = definition.DelegateRequirements,
            ToolRequirements = definition.ToolRequirements,
            Actions = definition.Actions,
            Listed = !definition.IsUnlisted,
            PartitionSize = definition.PartitionSize,
            ArtifactProducts = definition.ArtifactProducts,
        };
    }

    private static void Relate(
        ExecutableTarget target,
        List<ExecutableTarget> all,
        Dictionary<Delegate, ExecutableTarget> byFactory
    )
    {
        AddRelated(target.ExecutionDependencies, x => x.DependsOnTargets, x => x.DependentForTargets);
        AddRelated(target.OrderDependencies, x => x.AfterTargets, x => x.BeforeTargets);
        AddRelated(target.TriggerDependencies, x => x.TriggeredByTargets, x => x.TriggersTargets);
        AddRelated(target.Triggers, x => x.TriggersTargets, x => x.TriggeredByTargets);

        Assert.False(
            target.AllDependencies.Contains(target) || target.Triggers.Contains(target),
            $"Target '{target.Name}' cannot have a dependency on itself"
        );

        if (target.Factory is Setup)
        {
            var cleanup = all.Single(x =>
                x.Factory is Cleanup && x.Member.DeclaringType == target.Member.DeclaringType
            );
            target.Triggers.Add(cleanup);
            cleanup.TriggerDependencies.Add(target);
        }

        foreach (var consumed in target.Definition.ArtifactDependencies)
        {
            var producer = Find(consumed.Key);
            foreach (var artifacts in consumed)
                target.ArtifactDependencies.AddRange(
                    producer,
                    artifacts.Length > 0 ? artifacts : producer.ArtifactProducts
                );
        }

        void AddRelated(
            List<ExecutableTarget> related,
            Func<TargetDefinition, List<Delegate>> own,
            Func<TargetDefinition, List<Delegate>> others
        )
        {
            foreach (var factory in own(target.Definition))
                related.Add(Find(factory));
            foreach (var other in all)
            {
                if (other != target && others(other.Definition).Contains(target.Factory))
                    related.Add(other);
            }
        }

        ExecutableTarget Find(Delegate factory) =>
            byFactory.GetValueOrDefault(factory)
            ?? throw new InvalidOperationException(
                $"Target '{target.Name}' names a target that is no property of the build"
            );
    }
}
