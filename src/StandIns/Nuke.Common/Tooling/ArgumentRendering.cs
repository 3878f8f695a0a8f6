// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Collections;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Options as the arguments of a command line.</summary>
internal static class ArgumentRendering
{
    private const string Key = "{key}";
    private const string Value = "{value}";

    /// <summary>The arguments of the command, those of the options in their order, and the additional ones.</summary>
    public static IEnumerable<string> Render(ToolOptions options)
    {
        var command = options.GetType().GetCustomAttribute<CommandAttribute>()?.Arguments;
        return new[] { command }
            .Where(x => x is not null)
            .Concat(
                Arguments(options)
                    .OrderBy(x =>
                        x.Argument.Position switch
                        {
                            > 0 => 0,
                            0 => 1,
                            < 0 => 2,
                        }
                    )
                    .ThenBy(x => x.Argument.Position)
                    .SelectMany(x => Render(x.Argument, x.Value))
            )
            .Concat(options.ProcessAdditionalArguments ?? []);
    }

    public static IReadOnlyCollection<string> Secrets(ToolOptions options) =>
        Arguments(options)
            .Where(x => x.Argument.Secret)
            .Select(x => x.Value.ToString())
            .Concat(options.ProcessRedactedSecrets ?? [])
            .ToList();

    private static IEnumerable<(ArgumentAttribute Argument, object Value)> Arguments(ToolOptions options) =>
        from option in options.Values
        let property = options.GetType().GetProperty(option.Key, BindingFlags.Instance | BindingFlags.Public)
        let argument = property?.GetCustomAttribute<ArgumentAttribute>()
        where argument is not null
        select (argument, option.Value);

    private static IEnumerable<string> Render(ArgumentAttribute argument, object value)
    {
        var parts = argument.Format.SplitSpace();
        switch (value)
        {
            case bool isSet when !argument.Format.Contains(Value, StringComparison.Ordinal):
                return isSet ? parts : [];
            case IReadOnlyDictionary<string, object> pairs:
                return RenderMany(
                    parts,
                    argument.Separator,
                    pairs.Select(x => (x.Key, Text(x.Value))),
                    $"{Key}={Value}"
                );
            case IEnumerable values and not string:
                return RenderMany(parts, argument.Separator, values.Cast<object>().Select(x => ("", Text(x))), Value);
            default:
                var text = Text(value);
                return text.Length == 0 ? [] : parts.Select(x => Replace(x, ("", text)));
        }
    }

    /// <param name="parts">The format, split at spaces.</param>
    /// <param name="separator">Null repeats all parts for each item, a space the one with the place in it.</param>
    /// <param name="items">Keys and values; those without a value are left out.</param>
    /// <param name="place">What is repeated when a separator joins the items.</param>
    private static IEnumerable<string> RenderMany(
        string[] parts,
        string separator,
        IEnumerable<(string Key, string Value)> items,
        string place
    )
    {
        var all = items.Where(x => x.Value.Length > 0).ToList();
        if (separator is null)
            return all.SelectMany(item => parts.Select(part => Replace(part, item)));

        return parts.SelectMany<string, string>(part =>
            !part.Contains(Value, StringComparison.Ordinal) ? [part]
            : string.IsNullOrWhiteSpace(separator) ? all.Select(item => Replace(part, item))
            : [part.Replace(place, all.Select(item => Replace(place, item)).Join(separator), StringComparison.Ordinal)]
        );
    }

    private static string Replace(string part, (string Key, string Value) item) =>
        part.Replace(Key, item.Key, StringComparison.Ordinal).Replace(Value, item.Value, StringComparison.Ordinal);

    private static string Text(object value) =>
        value switch
        {
            true => "true",
            false => "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture).DoubleQuoteIfNeeded(),
        };
}
