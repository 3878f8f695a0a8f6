using System.Reflection;
using Nuke.Common;
using Nuke.Common.Execution;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Nuke;

/// <summary>What the targets of a NUKE build say of themselves.</summary>
public static class TargetGraph
{
    /// <summary>All targets of a build that has <see cref="KnownTargetsAttribute"/>.</summary>
    /// <exception cref="WorkflowException">It has not.</exception>
    public static IReadOnlyList<TargetFacts> Of(INukeBuild build) => Of(build, KnownTargetsAttribute.Of(build));

    /// <param name="targets">Comes along: whatever these depend on, come after or trigger.</param>
    public static IReadOnlyList<TargetFacts> Of(INukeBuild build, IEnumerable<ExecutableTarget> targets)
    {
        var all = new List<ExecutableTarget>();
        var seen = new HashSet<ExecutableTarget>();
        var left = new Queue<ExecutableTarget>(targets);
        while (left.TryDequeue(out var target))
        {
            if (!seen.Add(target))
                continue;
            all.Add(target);
            foreach (var other in target.AllDependencies.Concat(target.Triggers))
                left.Enqueue(other);
        }
        return [.. all.Select(target => Facts(build, target))];
    }

    static TargetFacts Facts(INukeBuild build, ExecutableTarget target)
    {
        var properties = Declarations.Of(build.GetType(), target.Member);
        return new TargetFacts(target.Name)
        {
            Description = target.Description,
            HasActions = target.Actions.Count > 0,
            DependsOn = Names(target.ExecutionDependencies),
            After = Names(target.OrderDependencies),
            Triggers = Names(target.Triggers),
            AssuredAfterFailure = target.AssuredAfterFailure,
            ProceedAfterFailure = target.ProceedAfterFailure,
            Produces = Files(build, target.ArtifactProducts),
            Consumes = ValueList.From(
                target.ArtifactDependencies.Select(taken => new Consumption(taken.Key.Name, Files(build, taken)))
            ),
            Partitions = target.PartitionSize,
            Permissions = Attributes<NeedsPermissionAttribute, PermissionNeed>(
                properties,
                need => new PermissionNeed(need.Scope, need.Access, need.Reason)
            ),
            Secrets = ValueList.From(Declarations.SecretsOf(build.GetType(), properties)),
            Outputs = Attributes<YieldsAttribute, TargetOutput>(
                properties,
                output => new TargetOutput(output.Output, output.Description)
            ),
            NeedsHistory = properties.Any(Declarations.NeedHistory),
        };
    }

    static ValueList<string> Names(IEnumerable<ExecutableTarget> targets) =>
        ValueList.From(targets.Select(target => target.Name).Distinct(StringComparer.Ordinal));

    /// <summary>What is not below the root stays as it is: it cannot be handed over, and who plans the jobs says so.</summary>
    static ValueList<string> Files(INukeBuild build, IEnumerable<string> patterns)
    {
        var root = build.RootDirectory.ToString().Replace('\\', '/').TrimEnd('/') + "/";
        return ValueList.From(
            patterns
                .Select(pattern => pattern.Replace('\\', '/'))
                .Select(pattern =>
                    pattern.StartsWith(root, StringComparison.Ordinal) ? pattern[root.Length..] : pattern
                )
        );
    }

    static ValueList<T> Attributes<TAttribute, T>(IEnumerable<PropertyInfo> properties, Func<TAttribute, T> fact)
        where TAttribute : Attribute =>
        ValueList.From(
            properties.SelectMany(property => property.GetCustomAttributes<TAttribute>()).Select(fact).Distinct()
        );
}
