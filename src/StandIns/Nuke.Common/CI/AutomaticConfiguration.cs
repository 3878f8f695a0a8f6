namespace Nuke.Common.Execution;

internal sealed class AutomaticConfiguration(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 45;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        _ = build;
    }
}
