// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.CI;

/// <summary>A host that is a CI server.</summary>
public interface IBuildServer
{
    /// <summary>The full name of what is built, such as <c>refs/heads/main</c>; null when the server does not say.</summary>
    string Branch { get; }

    /// <summary>The full hash of the commit that is built; null when the server does not say.</summary>
    string Commit { get; }
}
