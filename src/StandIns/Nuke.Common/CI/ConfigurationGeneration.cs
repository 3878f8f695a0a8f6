// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.CI;

/// <summary><c>--generate-configuration &lt;id></c>: writes one CI server's configuration, and runs no target.</summary>
internal sealed class ConfigurationGeneration(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 50;

    public static IReadOnlyList<IConfigurationGenerator> GeneratorsOf(INukeBuild build)
    {
        var generators = build.GetType().GetCustomAttributes<ConfigurationAttributeBase>().ToList();
        generators.ForEach(x => x.Build = build);
        return generators;
    }

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (ParameterSources.Current.FindText(Constants.ConfigurationParameterName) is not { } id)
            return;

        var generators = GeneratorsOf(build);
        var generator =
            generators.SingleOrDefaultOrError(
                x => string.Equals(x.Id, id, StringComparison.Ordinal),
                $"Several configurations have the id '{id}'."
            )
            ?? throw new BuildInputException(
                $"There is no configuration '{id}'. Configurations are: {generators.Select(x => x.Id).JoinCommaSpace()}."
            );
        generator.Generate(executableTargets);
        throw new BuildExitException();
    }
}
