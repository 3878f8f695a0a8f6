// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;
using Nuke.Common.Tools.GitVersion;

namespace Nuke.Components;

/// <summary>A build whose version GitVersion makes.</summary>
public interface IHazGitVersion : INukeBuild
{
    [GitVersion(NoFetch = true, Framework = "net8.0")]
    [Required]
    GitVersion Versioning => TryGetValue(() => Versioning);
}
