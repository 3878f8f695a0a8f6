using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>The functions (docs.github.com: "Evaluate expressions in workflows and actions", functions).</summary>
static class FunctionCalls
{
    public static Value Call(string function, Value[] arguments, EvaluationScope scope) =>
        function.ToLowerInvariant() switch
        {
            "contains" => Contains(arguments[0], arguments[1]),
            "startswith" => Compares(arguments, static (text, part) => text.StartsWith(part, Comparison)),
            "endswith" => Compares(arguments, static (text, part) => text.EndsWith(part, Comparison)),
            "format" => TextFormat.Format(Coercions.ToText(arguments[0]), arguments.AsSpan(1)),
            "join" => Join(arguments),
            "tojson" => JsonText.Write(arguments[0]),
            "fromjson" => JsonText.Read(Coercions.ToText(arguments[0])),
            "hashfiles" => HashFiles(arguments, scope),
            "case" => Case(arguments),
            "always" => true,
            "success" => scope.Status.Success,
            "failure" => scope.Status.Failure,
            "cancelled" => scope.Status.Cancelled,
            _ => throw new EvaluationException($"There is no function '{function}'."),
        };

    const StringComparison Comparison = StringComparison.OrdinalIgnoreCase;

    static bool Contains(Value searched, Value item)
    {
        if (FilteredList.ItemsOf(searched) is { } items)
            return items.Any(other => Coercions.AreEqual(item, other));
        return Compares([searched, item], static (text, part) => text.Contains(part, Comparison));
    }

    static bool Compares(Value[] arguments, Func<string, string, bool> holds) =>
        Coercions.IsPrimitive(arguments[0])
        && Coercions.IsPrimitive(arguments[1])
        && holds(Coercions.ToText(arguments[0]), Coercions.ToText(arguments[1]));

    static string Join(Value[] arguments)
    {
        if (Coercions.IsPrimitive(arguments[0]))
            return Coercions.ToText(arguments[0]);
        var separator =
            arguments.Length > 1 && Coercions.IsPrimitive(arguments[1]) ? Coercions.ToText(arguments[1]) : ",";
        return string.Join(separator, (FilteredList.ItemsOf(arguments[0]) ?? []).Select(Coercions.ToText));
    }

    static Value Case(Value[] arguments)
    {
        for (var index = 0; index + 1 < arguments.Length; index += 2)
        {
            if (arguments[index] is not FlagValue condition)
                throw new EvaluationException("case(): each condition must be true or false, not another value.");
            if (condition.Flag)
                return arguments[index + 1];
        }
        return arguments[^1];
    }

    static string HashFiles(Value[] arguments, EvaluationScope scope) =>
        scope.Workspace is { } workspace
            ? FileHashes.Of(workspace, [.. arguments.Select(Coercions.ToText)])
            : throw new EvaluationException("hashFiles() can only look at files in a job's steps.");
}
