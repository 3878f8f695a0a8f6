using Slipway.Workflows.Audit;
using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running.Runs;

/// <summary>Which secrets and variables a workflow names: no others are looked for, or handed to a job.</summary>
static class NamedValues
{
    /// <summary>GitHub makes it for each job: nobody needs to give it.</summary>
    public const string MadeByGitHub = "GITHUB_TOKEN";

    /// <param name="context"><c>secrets</c> or <c>vars</c>.</param>
    /// <param name="job">Only what this job and the whole workflow's <c>env</c> name; null: all of it.</param>
    /// <returns>In upper case, sorted; without <see cref="MadeByGitHub"/>.</returns>
    public static IReadOnlyList<string> Of(Workflow workflow, string context, string? job = null) =>
        [
            .. workflow
                .PlacedExpressions()
                .Where(placed => job is null || IsOf(placed.Path, job))
                .SelectMany(placed => References.Of(placed.Part))
                .Select(reference => reference.Split('.'))
                .Where(parts =>
                    parts.Length > 1 && parts[0].Equals(context, StringComparison.Ordinal) && parts[1] is not "*"
                )
                .Select(parts => parts[1].ToUpperInvariant())
                .Where(name => name is not MadeByGitHub)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    static bool IsOf(string path, string job) =>
        path.StartsWith("env.", StringComparison.Ordinal)
        || path.StartsWith($"jobs.{job}.", StringComparison.OrdinalIgnoreCase);
}
