// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public List<Delegate> DependsOnTargets { get; } = [];
    public List<Delegate> DependentForTargets { get; } = [];
    public List<Delegate> BeforeTargets { get; } = [];
    public List<Delegate> AfterTargets { get; } = [];
    public List<Delegate> TriggersTargets { get; } = [];
    public List<Delegate> TriggeredByTargets { get; } = [];

    public ITargetDefinition DependsOn(params Target[] targets) => Add(DependsOnTargets, targets);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => DependsOn(TargetsOf(targets));

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) =>
        build is T ? DependsOn(targets) : this;

    public ITargetDefinition DependentFor(params Target[] targets) => Add(DependentForTargets, targets);

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => DependentFor(TargetsOf(targets));

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) =>
        build is T ? DependentFor(targets) : this;

    public ITargetDefinition Before(params Target[] targets) => Add(BeforeTargets, targets);

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Before(TargetsOf(targets));

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => build is T ? Before(targets) : this;

    public ITargetDefinition After(params Target[] targets) => Add(AfterTargets, targets);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => After(TargetsOf(targets));

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => build is T ? After(targets) : this;

    public ITargetDefinition Triggers(params Target[] targets) => Add(TriggersTargets, targets);

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Triggers(TargetsOf(targets));

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => build is T ? Triggers(targets) : this;

    public ITargetDefinition TriggeredBy(params Target[] targets) => Add(TriggeredByTargets, targets);

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => TriggeredBy(TargetsOf(targets));

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) =>
        build is T ? TriggeredBy(targets) : this;

    public ITargetDefinition Consumes(params Target[] targets)
    {
        foreach (var consumed in targets)
            Consumes(consumed, []);
        return this;
    }

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets) => Consumes(TargetsOf(targets));

    public ITargetDefinition Consumes(Target target, params string[] artifacts)
    {
        ArtifactDependencies.Add(target, artifacts);
        return this;
    }

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts) =>
        Consumes(target((T)build), artifacts);

    public ITargetDefinition Consumes<T>(params string[] artifacts) => Consumes(TargetsOf<T>([]).Single(), artifacts);

    public ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild
    {
        Assert.True(build is T, $"'{build.GetType().Name}' must implement context '{typeof(T).Name}'");
        DependsOnTargets.Add(
            (Setup)SingleTargetOf<T>("context dependency (missing setup)", typeof(Setup)).GetValue(build)
        );
        BeforeTargets.Add(
            (Cleanup)SingleTargetOf<T>("context dependency (missing cleanup)", typeof(Cleanup)).GetValue(build)
        );
        return this;
    }

    private TargetDefinition Add(List<Delegate> relation, Target[] targets)
    {
        relation.AddRange(targets);
        return this;
    }

    private Target[] TargetsOf<T>(Func<T, Target>[] targets) =>
        targets.Length > 0
            ? Array.ConvertAll(targets, x => x((T)build))
            : [(Target)SingleTargetOf<T>("shorthand dependency", typeof(Target)).GetValue(build)];

    private PropertyInfo SingleTargetOf<T>(string use, Type targetType)
    {
        var properties = typeof(T)
            .GetProperties(BuildMembers.Instance)
            .Where(x => x.PropertyType == targetType)
            .ToList();
        if (properties is [var single])
            return single;

        Assert.Fail(
            new[]
            {
                $"Target '{target.DeclaringType}.{target.Name}' cannot have {use} on component '{typeof(T).Name}'.",
                properties.Count == 0 ? "No relevant targets." : "Too many relevant targets:",
            }
                .Concat(properties.Select(x => $"  - {x.Name}"))
                .JoinNewLine()
        );
        return null;
    }
}
