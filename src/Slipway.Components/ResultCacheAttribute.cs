using Nuke.Common.Execution;
using Slipway.Components.Caching;

namespace Slipway.Components;

/// <summary>On a build: targets that are <see cref="CachedTargets.Cached"/> are not run again when nothing has changed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ResultCacheAttribute
    : BuildExtensionAttributeBase,
        IOnBuildInitialized,
        IOnTargetRunning,
        IOnTargetSkipped,
        IOnTargetSucceeded,
        IOnTargetFailed,
        IOnBuildFinished
{
    /// <summary>Before the extensions that read what was found.</summary>
    public override float Priority { get; set; } = 10;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        if (Cache is { } cache)
            cache.IsActive = true;
    }

    public void OnTargetRunning(ExecutableTarget target) => Cache?.OnRunning(target);

    public void OnTargetSkipped(ExecutableTarget target) => Cache?.OnSkipped(target);

    public void OnTargetSucceeded(ExecutableTarget target) => Cache?.OnSucceeded(target);

    public void OnTargetFailed(ExecutableTarget target) => Cache?.OnFailed();

    public void OnBuildFinished() => Cache?.OnFinished();

    ResultCache? Cache => Build is IHazCache build ? ResultCache.Of(build) : null;
}
