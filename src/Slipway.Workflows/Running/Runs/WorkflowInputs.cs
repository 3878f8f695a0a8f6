using System.Globalization;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running.Runs;

/// <summary>The inputs of a workflow: what is given, checked, and the defaults of the rest.</summary>
static class WorkflowInputs
{
    /// <exception cref="WorkflowException">One is unknown, missing, or of the wrong kind.</exception>
    public static MapValue Of(ValueMap<Input> declared, IReadOnlyDictionary<string, Value> given)
    {
        if (given.Keys.FirstOrDefault(name => !declared.ContainsKey(name)) is { } unknown)
        {
            var known = declared.Count == 0 ? "it has none" : $"there are {string.Join(", ", declared.Keys)}";
            throw new WorkflowException($"The workflow has no input '{unknown}': {known}.");
        }
        return Values.Map(declared.Select(input => (input.Key, Of(input.Key, input.Value, given))));
    }

    static Value Of(string name, Input input, IReadOnlyDictionary<string, Value> given)
    {
        var value =
            given
                .Where(entry => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(entry => entry.Value)
                .FirstOrDefault()
            ?? input.Default
            ?? Missing(name, input);
        return input.Type switch
        {
            InputType.Boolean => value as FlagValue ?? (Value)ToFlag(name, Coercions.ToText(value)),
            InputType.Number => value as NumberValue ?? (Value)ToNumber(name, Coercions.ToText(value)),
            InputType.Choice => Chosen(name, input.Options ?? [], Coercions.ToText(value)),
            _ => Coercions.ToText(value),
        };
    }

    static Value Missing(string name, Input input) =>
        input.Required == true
            ? throw new WorkflowException($"The workflow needs the input '{name}': give it with --input {name}=VALUE.")
            : input switch
            {
                { Type: InputType.Boolean } => false,
                { Type: InputType.Number } => 0,
                { Type: InputType.Choice, Options: [var first, ..] } => first,
                _ => "",
            };

    static bool ToFlag(string name, string text) =>
        text switch
        {
            "true" => true,
            "false" => false,
            _ => throw new WorkflowException($"The input '{name}' is true or false, not '{text}'."),
        };

    static double ToNumber(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new WorkflowException($"The input '{name}' is a number, not '{text}'.");

    static string Chosen(string name, ValueList<string> options, string text) =>
        options.Contains(text, StringComparer.Ordinal)
            ? text
            : throw new WorkflowException($"The input '{name}' is one of {string.Join(", ", options)}, not '{text}'.");
}
