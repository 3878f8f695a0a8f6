using System.Runtime.CompilerServices;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Slipway.Workflows.Nuke;

/// <summary>
/// On the build class: lets a target ask for all targets of the build, which NUKE tells only to extensions
/// (<see cref="TargetGraph.Of(INukeBuild)"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KnownTargetsAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    static readonly ConditionalWeakTable<INukeBuild, IReadOnlyCollection<ExecutableTarget>> Known = [];

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        Known.AddOrUpdate(Build, executableTargets);

    internal static IReadOnlyCollection<ExecutableTarget> Of(INukeBuild build) =>
        Known.TryGetValue(build, out var targets)
            ? targets
            : throw new WorkflowException(
                $"The targets of {build.GetType().Name} are not known: put [KnownTargets] on the class."
            );
}
