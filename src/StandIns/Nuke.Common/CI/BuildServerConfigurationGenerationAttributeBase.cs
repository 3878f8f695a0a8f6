// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>An extension that deals with the configurations which the build's attributes describe.</summary>
public class BuildServerConfigurationGenerationAttributeBase : BuildExtensionAttributeBase
{
    protected static IEnumerable<IConfigurationGenerator> GetGenerators(INukeBuild build) =>
        ConfigurationGeneration.GeneratorsOf(build);
}
