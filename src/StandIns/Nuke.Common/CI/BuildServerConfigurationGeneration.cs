// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Whether this run only writes a CI server's configuration.</summary>
public static class BuildServerConfigurationGeneration
{
    public const string ConfigurationParameterName = Constants.ConfigurationParameterName;

    public static bool IsActive => ParameterSources.Current.FindText(ConfigurationParameterName) != null;
}
