// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>How much <c>dotnet</c> writes.</summary>
[TypeConverter(typeof(TypeConverter<DotNetVerbosity>))]
public class DotNetVerbosity : Enumeration
{
    public static readonly DotNetVerbosity quiet = "quiet";
    public static readonly DotNetVerbosity minimal = "minimal";
    public static readonly DotNetVerbosity normal = "normal";
    public static readonly DotNetVerbosity detailed = "detailed";
    public static readonly DotNetVerbosity diagnostic = "diagnostic";

    public static implicit operator DotNetVerbosity(string value) => new() { Value = value };
}
