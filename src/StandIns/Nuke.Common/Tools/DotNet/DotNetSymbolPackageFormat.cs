// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The kind of a package with symbols.</summary>
[TypeConverter(typeof(TypeConverter<DotNetSymbolPackageFormat>))]
public class DotNetSymbolPackageFormat : Enumeration
{
    [SuppressMessage("Naming", "CA1707", Justification = "The package names it so.")]
    public static readonly DotNetSymbolPackageFormat symbols_nupkg = "symbols.nupkg";
    public static readonly DotNetSymbolPackageFormat snupkg = "snupkg";

    public static implicit operator DotNetSymbolPackageFormat(string value) => new() { Value = value };
}
