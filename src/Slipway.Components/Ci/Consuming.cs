using Nuke.Common;

namespace Slipway.Components.Ci;

static class Consuming
{
    /// <summary>
    /// <see cref="ITargetDefinition.Consumes(Target[])"/> of a component that the build need not have, as NUKE's own Try…
    /// do for orders and dependencies.
    /// </summary>
    public static ITargetDefinition TryConsumes<T>(
        this ITargetDefinition target,
        INukeBuild build,
        params Func<T, Target>[] consumed
    ) => build is T component ? target.Consumes([.. consumed.Select(choose => choose(component))]) : target;
}
