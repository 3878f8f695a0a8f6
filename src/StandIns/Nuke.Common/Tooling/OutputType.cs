// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>The stream that a line came from.</summary>
public enum OutputType
{
    Std,
    Err,
}
