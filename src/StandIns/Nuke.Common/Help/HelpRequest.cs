namespace Nuke.Common.Execution;

internal sealed class HelpRequest(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 5;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        _ = build;
    }
}
