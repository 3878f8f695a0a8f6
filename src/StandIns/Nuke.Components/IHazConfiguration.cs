// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;

namespace Nuke.Components;

/// <summary>A build for a configuration: Debug on a developer's machine and Release on a server, unless given.</summary>
public interface IHazConfiguration : INukeBuild
{
    [Parameter]
    Configuration Configuration =>
        TryGetValue(() => Configuration) ?? (IsLocalBuild ? Configuration.Debug : Configuration.Release);
}
