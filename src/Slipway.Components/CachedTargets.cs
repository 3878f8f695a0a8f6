using System.Runtime.CompilerServices;
using Nuke.Common;
using Slipway.Components.Caching;

namespace Slipway.Components;

/// <summary>How a target says that it need not run again.</summary>
public static class CachedTargets
{
    /// <summary>
    /// The target is not run when it has succeeded with the same inputs before. Say everything that its result depends on:
    /// what is left out can make it stay away when it should not.
    /// </summary>
    /// <param name="describe">Its inputs and outputs; called when the target is about to run, never before.</param>
    /// <param name="name">The target's; the compiler writes it.</param>
    public static ITargetDefinition Cached(
        this ITargetDefinition target,
        IHazCache build,
        Func<CachedTarget, CachedTarget> describe,
        [CallerMemberName] string name = ""
    )
    {
        ResultCache.Of(build).Add(name, describe);
        return target.OnlyWhenStatic(() => ResultCache.Of(build).IsToRun(name), "something has changed");
    }
}
