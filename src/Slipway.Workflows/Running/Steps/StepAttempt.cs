using System.Collections.Immutable;
using System.Globalization;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>A step in the job that it is a step of: its name, its condition, its limits, evaluated where they are asked for.</summary>
sealed class StepAttempt(Step step, JobState state, JobStatus status, IStepLog log)
{
    ImmutableSortedDictionary<string, string>? _environment;

    public Step Step => step;

    public JobState State => state;

    public IStepLog Log => log;

    /// <summary>What a script changed before it was ended: that counts, as on GitHub.</summary>
    public StepResult? Left { get; set; }

    /// <summary>As it is shown; what of it cannot be evaluated yet is shown as it stands.</summary>
    public string Name { get; private set; } = step.Name ?? DefaultName(step);

    /// <summary>The workflow's, the job's and the step's variables.</summary>
    public ImmutableSortedDictionary<string, string> Environment =>
        _environment ??= StepEnvironment.Layer(state.Environment, step.Env, state.ScopeWith(state.Environment, status));

    public EvaluationScope Scope => state.ScopeWith(Environment, status);

    public string GitHubAction =>
        step.Id ?? (step is ActionStep action ? $"__{action.Uses.Name.Replace('/', '_')}" : "__run");

    public bool IsWanted()
    {
        if (!TemplateEvaluator.Holds(step.If, Scope))
            return false;
        Name = TemplateEvaluator.Text(Name, Scope);
        return true;
    }

    public bool IsWantedWhenCancelled() =>
        TemplateEvaluator.Holds(step.If, state.ScopeWith(Environment, JobStatus.Cancelled));

    /// <exception cref="StepException">It is no number of minutes.</exception>
    public TimeSpan? TimeLimit()
    {
        if (step.TimeoutMinutes is not { } limit)
            return null;
        var minutes = limit.Expression is { } expression
            ? Coercions.ToNumber(TemplateEvaluator.Value(expression, Scope))
            : limit.Literal;
        return minutes is > 0 and <= 35_000
            ? TimeSpan.FromMinutes(minutes)
            : throw new StepException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"timeout-minutes of '{Name}' is {minutes}: it must be more than 0 and at most 35000."
                )
            );
    }

    /// <summary>The result of a step that failed: <c>continue-on-error</c> decides what that means for the job.</summary>
    public StepResult Failed()
    {
        var goesOn = false;
        try
        {
            goesOn =
                step.ContinueOnError is { } flag
                && (
                    flag.Expression is { } expression
                        ? Coercions.IsTrue(TemplateEvaluator.Value(expression, Scope))
                        : flag.Literal
                );
        }
        catch (EvaluationException failure)
        {
            log.Write(new LogLine(LogKind.Error, $"continue-on-error: {failure.Message}"));
        }
        return Ended(StepConclusion.Failure, goesOn ? StepConclusion.Success : StepConclusion.Failure);
    }

    public StepResult Ended(StepConclusion outcome, StepConclusion conclusion) =>
        Left is { } left
            ? left with
            {
                Outcome = outcome,
                Conclusion = conclusion,
            }
            : new StepResult(Name, outcome, conclusion);

    static string DefaultName(Step step) =>
        step is ActionStep action
            ? $"Run {action.Uses}"
            : $"Run {((RunStep)step).Run.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0)}";
}
