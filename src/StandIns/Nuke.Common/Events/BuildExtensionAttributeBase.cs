// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Execution;

/// <summary>An extension as an attribute on the build class; it implements those of the events that it wants.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class BuildExtensionAttributeBase : Attribute, IBuildExtension
{
    /// <summary>The build that the attribute is on; set before the first event.</summary>
    public INukeBuild Build { get; internal set; }

    public virtual float Priority { get; set; }
}
