// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The least severity of what <c>dotnet format</c> mends.</summary>
[TypeConverter(typeof(TypeConverter<DotNetFormatSeverity>))]
public class DotNetFormatSeverity : Enumeration
{
    public static readonly DotNetFormatSeverity info = "info";
    public static readonly DotNetFormatSeverity warn = "warn";
    public static readonly DotNetFormatSeverity error = "error";

    public static implicit operator DotNetFormatSeverity(string value) => new() { Value = value };
}
