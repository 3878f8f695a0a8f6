// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Writes the configuration of a CI server from the build's targets.</summary>
public interface IConfigurationGenerator
{
    /// <summary>What <c>--generate-configuration</c> names it by.</summary>
    string Id { get; }
    string DisplayName { get; }

    /// <summary>What <c>--host</c> names the server by.</summary>
    string HostName { get; }

    /// <summary>Whether local runs keep the files up to date.</summary>
    bool AutoGenerate { get; }
    Type HostType { get; }
    IEnumerable<AbsolutePath> GeneratedFiles { get; }

    void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets);

    /// <summary>Hands on to later runs on the same server what they need, when the build has finished there.</summary>
    void SerializeState();
}
