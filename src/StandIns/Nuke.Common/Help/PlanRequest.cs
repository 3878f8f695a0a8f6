namespace Nuke.Common.Execution;

internal sealed class PlanRequest(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 10;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        _ = build;
    }
}
