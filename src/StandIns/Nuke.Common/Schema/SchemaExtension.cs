namespace Nuke.Common.Execution;

internal sealed class SchemaExtension(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 75;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        _ = build;
    }
}
