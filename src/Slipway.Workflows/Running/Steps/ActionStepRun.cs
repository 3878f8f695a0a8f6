using System.Collections.Immutable;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>Runs a <c>uses</c> step through the port.</summary>
sealed class ActionStepRun(
    StepAttempt attempt,
    ActionStep step,
    ImmutableSortedDictionary<string, string> machine,
    IActionRunner actions
)
{
    /// <exception cref="StepException">The action failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended.</exception>
    public async Task<StepResult> RunAsync(CancellationToken cancellation)
    {
        var scope = attempt.Scope;
        var with = ValueMap.From(
            step.With.Select(input => new Entry<string>(input.Key, TemplateEvaluator.Text(input.Value, scope)))
        );
        WriteHead(with);
        var result = await actions.RunAsync(
            new ActionCall(
                step.Uses,
                with,
                attempt.State,
                StepEnvironment.Compose(machine, attempt.Environment, attempt.State, attempt.GitHubAction),
                attempt.Log
            ),
            cancellation
        );
        return new StepResult(attempt.Name, StepConclusion.Success, StepConclusion.Success)
        {
            Outputs = result.Outputs,
            Environment = result.Environment,
            Path = result.Path,
            Summary = result.Summary,
        };
    }

    void WriteHead(ValueMap<string> with)
    {
        attempt.Log.Write(new LogLine(LogKind.Group, $"Run {step.Uses}"));
        if (with.Count > 0)
            attempt.Log.Write("with:");
        foreach (var (name, value, _) in with)
            attempt.Log.Write($"  {name}: {value}");
        attempt.Log.Write(new LogLine(LogKind.EndGroup, ""));
    }
}
