// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Execution;

/// <summary>Calls the methods that the build class overrides; last of all.</summary>
internal sealed class EventInvoker(NukeBuild build)
    : IOnBuildCreated,
        IOnBuildInitialized,
        IOnTargetRunning,
        IOnTargetSkipped,
        IOnTargetSucceeded,
        IOnTargetFailed,
        IOnBuildFinished
{
    public float Priority => float.MinValue;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => build.OnBuildCreated();

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    ) => build.OnBuildInitialized();

    public void OnTargetRunning(ExecutableTarget target) => build.OnTargetRunning(target.Name);

    public void OnTargetSkipped(ExecutableTarget target) => build.OnTargetSkipped(target.Name);

    public void OnTargetSucceeded(ExecutableTarget target) => build.OnTargetSucceeded(target.Name);

    public void OnTargetFailed(ExecutableTarget target) => build.OnTargetFailed(target.Name);

    public void OnBuildFinished() => build.OnBuildFinished();
}
