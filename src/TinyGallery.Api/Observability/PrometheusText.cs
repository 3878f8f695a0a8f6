using System.Globalization;
using System.Text;

namespace TinyGallery.Api.Observability;

enum SeriesType
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>
/// The text format of Prometheus, version 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format).
/// </summary>
static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>A name as Prometheus takes it: <c>_</c> for what is not a letter, a digit, <c>_</c> or <c>:</c>.</summary>
    public static string Name(string instrument, string? unit, SeriesType type)
    {
        var name = new StringBuilder();
        foreach (var character in instrument)
            name.Append(char.IsAsciiLetterOrDigit(character) || character is '_' or ':' ? character : '_');
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
            name.Insert(0, '_');
        if (unit is "s")
            name.Append("_seconds");
        if (type == SeriesType.Counter)
            name.Append("_total");
        return name.ToString();
    }

    public static void WriteHead(StringBuilder text, string name, string help, SeriesType type)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(EscapeHelp(help)).Append('\n');
        var word = type switch
        {
            SeriesType.Counter => "counter",
            SeriesType.Gauge => "gauge",
            _ => "histogram",
        };
        text.Append("# TYPE ").Append(name).Append(' ').Append(word).Append('\n');
    }

    public static void WriteSample(
        StringBuilder text,
        string name,
        IEnumerable<KeyValuePair<string, string>> labels,
        double value
    )
    {
        text.Append(name);
        var separator = '{';
        foreach (var (label, labelValue) in labels)
        {
            text.Append(separator).Append(label).Append("=\"").Append(EscapeLabel(labelValue)).Append('"');
            separator = ',';
        }

        if (separator == ',')
            text.Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    public static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    static string EscapeHelp(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    static string EscapeLabel(string text) => EscapeHelp(text).Replace("\"", "\\\"", StringComparison.Ordinal);
}
