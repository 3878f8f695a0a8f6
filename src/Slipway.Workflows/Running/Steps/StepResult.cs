using System.Collections.Immutable;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

public enum StepConclusion
{
    Success,
    Failure,
    Cancelled,
    Skipped,
}

/// <summary>What a step came to.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Outcome">Before <c>continue-on-error</c> is looked at.</param>
/// <param name="Conclusion">After it: what counts for the job.</param>
public sealed record StepResult(string Name, StepConclusion Outcome, StepConclusion Conclusion)
{
    /// <summary>The step's id; null when it has none, and nobody can ask for its outputs.</summary>
    public string? Id { get; init; }

    public ValueMap<string> Outputs { get; init; } = [];

    /// <summary>What it wrote to GITHUB_ENV, for the steps after it.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = StepEnvironment.Empty;

    /// <summary>What it wrote to GITHUB_PATH, first what is searched first.</summary>
    public ImmutableList<string> Path { get; init; } = [];

    /// <summary>What it wrote to GITHUB_STEP_SUMMARY: Markdown, with secrets masked.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What it wrote to GITHUB_STATE, for an action's end.</summary>
    public ValueMap<string> State { get; init; } = [];

    /// <summary>Of a script that ended by itself.</summary>
    public int? ExitCode { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>What <c>steps.&lt;id&gt;</c> is.</summary>
    public MapValue ToValue() =>
        Values.Map(
            ("outputs", Values.Texts(Outputs.Select(output => KeyValuePair.Create(output.Key, output.Value)))),
            ("outcome", Words.Of(Outcome)),
            ("conclusion", Words.Of(Conclusion))
        );
}
