// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>One line that a process wrote, secrets taken out.</summary>
public struct Output
{
    public OutputType Type;
    public string Text;
}
