namespace Nuke.Common.Execution;

/// <summary><c>--help</c>, or nothing to do: shows what there is, and runs no target.</summary>
internal sealed class HelpRequest(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 5;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        if (!build.Help && executionPlan.Count > 0)
            return;

        Host.Debug(HelpText.OfTargets(executableTargets));
        Host.Debug(HelpText.OfParameters(build, executableTargets, WidthOfTerminal()));
        throw new BuildExitException();
    }

    private static int WidthOfTerminal() => Console.IsOutputRedirected ? int.MaxValue : Console.BufferWidth;
}
