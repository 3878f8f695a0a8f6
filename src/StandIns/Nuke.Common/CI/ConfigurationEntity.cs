// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

/// <summary>A part of a CI server's configuration that can write itself.</summary>
public abstract class ConfigurationEntity
{
    public abstract void Write(CustomFileWriter writer);
}
