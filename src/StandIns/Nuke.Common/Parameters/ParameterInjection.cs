// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Gives the parameters of the build class their values, after everything that was given has been looked at.</summary>
internal sealed class ParameterInjection(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 100;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        // What is to be completed is not finished yet.
        if (ParameterSources.Current.Arguments.Positional is not [Completion.Command, ..])
            GivenParameters.Check(build);
        ValueInjector.Inject(build, (_, attribute) => attribute.GetType() == typeof(ParameterAttribute));
    }
}
