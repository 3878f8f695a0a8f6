using System.Collections.Immutable;
using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>The variables of a process, in layers: the machine's, the workflow's, the job's, the step's.</summary>
public static class StepEnvironment
{
    /// <summary>What of <c>github</c> is a variable (actions/runner, GitHubContext); its token is not.</summary>
    static readonly string[] GitHubNames =
    [
        .. "actor actor_id api_url base_ref event_name event_path graphql_url head_ref job ref ref_name ref_protected".Split(
            ' '
        ),
        .. "ref_type repository repository_id repository_owner repository_owner_id retention_days run_attempt".Split(
            ' '
        ),
        .. "run_id run_number server_url sha triggering_actor workflow workflow_ref workflow_sha".Split(' '),
    ];

    static readonly string[] RunnerNames = ["arch", "debug", "environment", "name", "os", "tool_cache"];

    public static ImmutableSortedDictionary<string, string> Empty { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>With the variables of an <c>env</c> over them. They do not see one another, only what was there.</summary>
    /// <exception cref="ExpressionException">An expression does not parse.</exception>
    /// <exception cref="EvaluationException">An expression has no value here.</exception>
    public static ImmutableSortedDictionary<string, string> Layer(
        ImmutableSortedDictionary<string, string> environment,
        ValueMap<string> env,
        EvaluationScope scope
    ) =>
        environment.SetItems([
            .. env.Select(entry => KeyValuePair.Create(entry.Key, TemplateEvaluator.Text(entry.Value, scope))),
        ]);

    /// <summary>All that a step's process gets. The runner's own variables cannot be replaced, as on GitHub.</summary>
    internal static ImmutableSortedDictionary<string, string> Compose(
        ImmutableSortedDictionary<string, string> machine,
        ImmutableSortedDictionary<string, string> declared,
        JobState state,
        string action
    )
    {
        var environment = machine.SetItems(declared);
        var path = state.Path.AddRange(environment.GetValueOrDefault("PATH") is { Length: > 0 } own ? [own] : []);
        return environment
            .SetItem("PATH", string.Join(Path.PathSeparator, path))
            .SetItem("CI", declared.GetValueOrDefault("CI", "true"))
            .SetItem("GITHUB_ACTIONS", "true")
            .SetItem("GITHUB_ACTION", action)
            .SetItem("GITHUB_WORKSPACE", state.Workspace)
            .SetItem("RUNNER_TEMP", state.TempDirectory)
            .SetItem("RUNNER_TRACKING_ID", declared.GetValueOrDefault("RUNNER_TRACKING_ID", state.TrackingId))
            .SetItems(Of("GITHUB_", state.Contexts.GitHub, GitHubNames))
            .SetItems(Of("RUNNER_", state.Contexts.Runner, RunnerNames));
    }

    static IEnumerable<KeyValuePair<string, string>> Of(string prefix, MapValue context, string[] names) =>
        names
            .Where(context.Entries.ContainsKey)
            .Select(name => KeyValuePair.Create($"{prefix}{name.ToUpperInvariant()}", context.Text(name)));
}
