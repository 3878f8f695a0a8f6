// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Lets the configuration of the server that the build runs on hand on its state.</summary>
internal sealed class BuildServerState(NukeBuild build) : IOnBuildFinished
{
    public float Priority => 0;

    public void OnBuildFinished()
    {
        if (NukeBuild.IsServerBuild)
            ConfigurationGeneration
                .GeneratorsOf(build)
                .FirstOrDefault(x => x.HostType == NukeBuild.Host.GetType())
                ?.SerializeState();
    }
}
