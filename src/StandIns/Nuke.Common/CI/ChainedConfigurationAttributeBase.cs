// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>A configuration in which each target is a job, and jobs wait for each other.</summary>
public abstract class ChainedConfigurationAttributeBase : ConfigurationAttributeBase
{
    public override IEnumerable<string> IrrelevantTargetNames => NonEntryTargets.Concat(ExcludedTargets);

    /// <summary>Targets that run in the job of what depends on them.</summary>
    public string[] NonEntryTargets { get; set; } = [];

    /// <summary>Targets that do not run on the server.</summary>
    public string[] ExcludedTargets { get; set; } = [];

    /// <summary>The targets of one job, in order: the target, and those around it that get no job of their own.</summary>
    protected IEnumerable<ExecutableTarget> GetInvokedTargets(
        ExecutableTarget executableTarget,
        IReadOnlyCollection<ExecutableTarget> relevantTargets
    )
    {
        var invoked = new List<ExecutableTarget> { executableTarget };
        for (var i = 0; i < invoked.Count; i++)
        {
            invoked.AddRange(
                invoked[i]
                    .ExecutionDependencies.Concat(invoked[i].Triggers)
                    .Where(x =>
                        Array.IndexOf(NonEntryTargets, x.Name) >= 0 && Array.IndexOf(ExcludedTargets, x.Name) < 0
                    )
                    .Except(invoked)
            );
        }

        Assert.True(
            invoked.Skip(1).All(x => x.PartitionSize is null),
            $"Non-entry targets for {executableTarget.Name} cannot define partitions"
        );
        return ExecutionPlanner.GetExecutionPlan(invoked, [executableTarget.Name]);
    }

    /// <summary>The targets whose jobs the target's job waits for.</summary>
    protected IEnumerable<ExecutableTarget> GetTargetDependencies(ExecutableTarget executableTarget) =>
        executableTarget.ExecutionDependencies.Where(x =>
            !IrrelevantTargetNames.Contains(x.Name, StringComparer.Ordinal)
        );
}
