// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>The forms of a report.</summary>
[TypeConverter(typeof(TypeConverter<ReportTypes>))]
[SuppressMessage("Naming", "CA1707", Justification = "The package names them so.")]
public class ReportTypes : Enumeration
{
    public static readonly ReportTypes Badges = "Badges";
    public static readonly ReportTypes Cobertura = "Cobertura";
    public static readonly ReportTypes Clover = "Clover";
    public static readonly ReportTypes CsvSummary = "CsvSummary";
    public static readonly ReportTypes Html = "Html";
    public static readonly ReportTypes Html_Light = "Html_Light";
    public static readonly ReportTypes Html_Dark = "Html_Dark";
    public static readonly ReportTypes Html_BlueRed = "Html_BlueRed";
    public static readonly ReportTypes HtmlInline = "HtmlInline";
    public static readonly ReportTypes HtmlInline_AzurePipelines = "HtmlInline_AzurePipelines";
    public static readonly ReportTypes HtmlInline_AzurePipelines_Light = "HtmlInline_AzurePipelines_Light";
    public static readonly ReportTypes HtmlInline_AzurePipelines_Dark = "HtmlInline_AzurePipelines_Dark";
    public static readonly ReportTypes HtmlChart = "HtmlChart";
    public static readonly ReportTypes HtmlSummary = "HtmlSummary";
    public static readonly ReportTypes Html_BlueRed_Summary = "Html_BlueRed_Summary";
    public static readonly ReportTypes JsonSummary = "JsonSummary";
    public static readonly ReportTypes Latex = "Latex";
    public static readonly ReportTypes LatexSummary = "LatexSummary";
    public static readonly ReportTypes lcov = "lcov";
    public static readonly ReportTypes MarkdownSummary = "MarkdownSummary";
    public static readonly ReportTypes MarkdownSummaryGithub = "MarkdownSummaryGithub";
    public static readonly ReportTypes MarkdownDeltaSummary = "MarkdownDeltaSummary";
    public static readonly ReportTypes OpenCover = "OpenCover";
    public static readonly ReportTypes MHtml = "MHtml";
    public static readonly ReportTypes PngChart = "PngChart";
    public static readonly ReportTypes TextSummary = "TextSummary";
    public static readonly ReportTypes Xml = "Xml";
    public static readonly ReportTypes XmlSummary = "XmlSummary";
    public static readonly ReportTypes SonarQube = "SonarQube";
    public static readonly ReportTypes TeamCitySummary = "TeamCitySummary";

    public static implicit operator ReportTypes(string value) => new() { Value = value };
}
