using System.Collections.Immutable;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>Port: runs the actions that <c>uses</c> names.</summary>
public interface IActionRunner
{
    /// <param name="cancellation">The step was cancelled, or its time is over.</param>
    /// <exception cref="StepException">The action failed, or there is none of that name here: what to do.</exception>
    Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation);
}

/// <summary>One <c>uses</c> step.</summary>
/// <param name="With">Its inputs, evaluated.</param>
/// <param name="State">What the job has come to.</param>
/// <param name="Environment">The variables that a process of it gets: the machine's, the job's, the step's.</param>
/// <param name="Log">Masks secrets.</param>
public sealed record ActionCall(
    ActionReference Uses,
    ValueMap<string> With,
    JobState State,
    ImmutableSortedDictionary<string, string> Environment,
    IStepLog Log
);

/// <summary>What an action that did not fail has to say.</summary>
public sealed record ActionResult
{
    public static ActionResult Nothing { get; } = new();

    public ValueMap<string> Outputs { get; init; } = [];

    /// <summary>Variables for the steps after it.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = StepEnvironment.Empty;

    /// <summary>Directories in front of PATH, first what is searched first.</summary>
    public ImmutableList<string> Path { get; init; } = [];

    /// <summary>Markdown.</summary>
    public string Summary { get; init; } = "";
}
