// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>How much ReportGenerator writes.</summary>
[TypeConverter(typeof(TypeConverter<ReportGeneratorVerbosity>))]
public class ReportGeneratorVerbosity : Enumeration
{
    public static readonly ReportGeneratorVerbosity Off = "Off";
    public static readonly ReportGeneratorVerbosity Verbose = "Verbose";
    public static readonly ReportGeneratorVerbosity Info = "Info";
    public static readonly ReportGeneratorVerbosity Warning = "Warning";
    public static readonly ReportGeneratorVerbosity Error = "Error";

    public static implicit operator ReportGeneratorVerbosity(string value) => new() { Value = value };
}
