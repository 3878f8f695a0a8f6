// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Coverlet;

/// <summary>The forms of a coverage file.</summary>
[TypeConverter(typeof(TypeConverter<CoverletOutputFormat>))]
public class CoverletOutputFormat : Enumeration
{
    public static readonly CoverletOutputFormat json = "json";
    public static readonly CoverletOutputFormat lcov = "lcov";
    public static readonly CoverletOutputFormat opencover = "opencover";
    public static readonly CoverletOutputFormat cobertura = "cobertura";
    public static readonly CoverletOutputFormat teamcity = "teamcity";

    public static implicit operator CoverletOutputFormat(string value) => new() { Value = value };
}
