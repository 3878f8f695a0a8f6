using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>The two lists of <c>--help</c>.</summary>
internal static class HelpText
{
    private const int LeastNameWidth = 20;
    private const int LeastParameterWidth = 16;
    private const int MostColumns = 90;

    public static string OfTargets(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var width = Math.Max(targets.Select(x => x.Name.Length).DefaultIfEmpty().Max(), LeastNameWidth);
        var text = new StringBuilder("Targets (with their direct dependencies):\n\n");
        foreach (var target in targets.Where(x => x.Listed))
        {
            var name = target.Name + (target.IsDefault ? " (default)" : "");
            var dependencies = target.ExecutionDependencies.Select(x => x.Name).JoinCommaSpace();
            text.Append($"  {name.PadRight(width)}{(dependencies.Length > 0 ? " -> " + dependencies : "")}".TrimEnd())
                .Append('\n');
            if (!string.IsNullOrWhiteSpace(target.Description))
                text.Append("    ").Append(target.Description).Append('\n');
        }

        return text.ToString();
    }

    /// <param name="columns">How wide the terminal is.</param>
    public static string OfParameters(INukeBuild build, IReadOnlyCollection<ExecutableTarget> targets, int columns)
    {
        var parameters = ParameterDescription.All(build).Where(x => x.IsListed).ToList();
        var width = Math.Max(parameters.Select(x => x.DashedName.Length).DefaultIfEmpty().Max(), LeastParameterWidth);
        var defaults = targets.Where(x => x.IsDefault).Select(x => x.Name).JoinCommaSpace();

        var text = new StringBuilder("Parameters:\n");
        foreach (var group in parameters.GroupBy(x => x.IsOfEngine).OrderBy(x => x.Key))
        {
            text.Append('\n');
            foreach (var parameter in group)
            {
                var description = (parameter.Description ?? "<no description>").Replace(
                    "{default_target}",
                    defaults.Length > 0 ? defaults : "<none>",
                    StringComparison.Ordinal
                );
                var indent = width + 7;
                var lines = Wrap(description.TrimEnd('.') + ".", Math.Min(columns, MostColumns) - indent);
                text.Append("  --" + parameter.DashedName.PadRight(width) + "   " + lines[0] + "\n");
                foreach (var line in lines.Skip(1))
                    text.Append(' ', indent).Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Lines of at most this many columns; a longer word has a line of its own.</summary>
    private static List<string> Wrap(string text, int columns)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > columns)
                lines.Add("");
            lines[^1] += lines[^1].Length > 0 ? " " + word : word;
        }

        return lines;
    }
}
