using Nuke.Common;

namespace Slipway.Components;

/// <summary>A command that has an answer for programs.</summary>
public interface IHazJson : INukeBuild
{
    /// <summary>Standard output then carries the JSON alone: see <see cref="JsonOutput"/>.</summary>
    [Parameter("Prints JSON for a program to read")]
    bool Json => TryGetValue<bool?>(() => Json) ?? false;
}
