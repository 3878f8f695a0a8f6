using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Slipway.Workflows.Running;

/// <summary>A line <c>::name key=value,key=value::data</c> (docs.github.com: "Workflow commands").</summary>
/// <param name="Properties">Their keys in any case.</param>
sealed record WorkflowCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data)
{
    const string Mark = "::";

    public static bool TryParse(string line, [NotNullWhen(true)] out WorkflowCommand? command)
    {
        command = null;
        line = line.TrimStart();
        if (!line.StartsWith(Mark, StringComparison.Ordinal))
            return false;
        var end = line.IndexOf(Mark, Mark.Length, StringComparison.Ordinal);
        if (end < 0)
            return false;
        var head = line[Mark.Length..end].Split(' ', 2);
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in head.Length > 1 ? head[1].Split(',') : [])
        {
            if (property.Split('=', 2) is [var key, var value] && value.Length > 0)
                properties[key.Trim()] = Unescape(value, inProperty: true);
        }
        command = new WorkflowCommand(head[0], properties, Unescape(line[(end + Mark.Length)..], inProperty: false));
        return true;
    }

    public Annotation? Place() =>
        Properties.Count == 0
            ? null
            : new Annotation
            {
                Title = Properties.GetValueOrDefault("title"),
                File = Properties.GetValueOrDefault("file"),
                Line = Number("line"),
                EndLine = Number("endLine"),
                Column = Number("col"),
                EndColumn = Number("endColumn"),
            };

    int? Number(string property) =>
        int.TryParse(Properties.GetValueOrDefault(property), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    static string Unescape(string text, bool inProperty)
    {
        text = text.Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal);
        if (inProperty)
            text = text.Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal);
        return text.Replace("%25", "%", StringComparison.Ordinal);
    }
}
