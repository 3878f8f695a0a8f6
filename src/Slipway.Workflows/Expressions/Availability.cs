using System.Text.RegularExpressions;

namespace Slipway.Workflows.Expressions;

/// <summary>
/// What an expression may use depends on where it stands (docs.github.com: "Context availability"; GitHub's workflow
/// schema, workflow-v1.0.json).
/// </summary>
static partial class Availability
{
    static readonly string[] Start = ["github", "inputs", "vars"];
    static readonly string[] Needing = [.. Start, "needs"];
    static readonly string[] InJob = [.. Needing, "strategy", "matrix"];
    static readonly string[] OnRunner = [.. InJob, "steps", "job", "runner", "env"];
    static readonly string[] Status = ["always", "cancelled", "failure", "success"];

    /// <summary>The first that fits counts. A star is one segment; a pattern also holds for everything below it.</summary>
    static readonly (string Pattern, string[] Names)[] Places =
    [
        ("run-name", Start),
        ("concurrency", Start),
        ("env", [.. Start, "secrets"]),
        ("on.workflow_call.inputs.*.default", Start),
        ("on.workflow_call.outputs.*.value", [.. Start, "jobs"]),
        ("jobs.*.if", [.. Needing, .. Status]),
        ("jobs.*.strategy", Needing),
        ("jobs.*.env", [.. InJob, "secrets"]),
        ("jobs.*.secrets", [.. InJob, "secrets"]),
        ("jobs.*.defaults", [.. InJob, "env"]),
        ("jobs.*.environment.url", OnRunner),
        ("jobs.*.outputs", [.. OnRunner, "secrets"]),
        ("jobs.*.container.env", [.. OnRunner, "secrets"]),
        ("jobs.*.services.*.env", [.. OnRunner, "secrets"]),
        ("jobs.*.container.credentials", [.. InJob, "secrets", "env"]),
        ("jobs.*.services.*.credentials", [.. InJob, "secrets", "env"]),
        ("jobs.*.steps.*.if", [.. OnRunner, .. Status, "hashFiles"]),
        ("jobs.*.steps.*.id", []),
        ("jobs.*.steps.*.uses", []),
        ("jobs.*.steps.*.shell", []),
        ("jobs.*.steps.*", [.. OnRunner, "secrets", "hashFiles"]),
        ("jobs.*.snapshot.if", InJob),
        ("jobs.*.name", InJob),
        ("jobs.*.runs-on", InJob),
        ("jobs.*.timeout-minutes", InJob),
        ("jobs.*.cancel-timeout-minutes", InJob),
        ("jobs.*.continue-on-error", InJob),
        ("jobs.*.container", InJob),
        ("jobs.*.services", InJob),
        ("jobs.*.environment", InJob),
        ("jobs.*.concurrency", InJob),
        ("jobs.*.with", InJob),
    ];

    static readonly HashSet<string> LimitedFunctions = new([.. Status, "hashFiles"], StringComparer.OrdinalIgnoreCase);

    /// <param name="path">A place of a workflow, for example <c>jobs.build.steps[0].run</c>.</param>
    /// <returns>Null when it may stand there, else what is wrong.</returns>
    public static string? Check(Expression expression, string path)
    {
        var segments = Index().Replace(path, ".${index}").Split('.');
        var names = Array.Find(Places, place => Fits(place.Pattern.Split('.'), segments)).Names ?? [];
        if (names.Length == 0)
            return "no expression may stand here";
        var missing = expression
            .All()
            .Select(LimitedName)
            .FirstOrDefault(name => name is not null && !Holds(names, name));
        return missing is null ? null : $"'{missing}' is not available here, only {string.Join(", ", names)}";
    }

    static string? LimitedName(Expression expression) =>
        expression switch
        {
            ContextExpression context => context.Name,
            CallExpression call when LimitedFunctions.Contains(call.Function) => call.Function,
            _ => null,
        };

    static bool Holds(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    static bool Fits(string[] pattern, string[] segments) =>
        pattern.Length <= segments.Length
        && pattern
            .Zip(segments)
            .All(pair => pair.First is "*" || pair.First.Equals(pair.Second, StringComparison.Ordinal));

    [GeneratedRegex(@"\[(?<index>[0-9]+)\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Index();
}
