// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Components;

[TypeConverter(typeof(TypeConverter<Configuration>))]
public class Configuration : Enumeration
{
    public static readonly Configuration Debug = new() { Value = nameof(Debug) };
    public static readonly Configuration Release = new() { Value = nameof(Release) };

    public static implicit operator string(Configuration configuration) => configuration.Value;
}
