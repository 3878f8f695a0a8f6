using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What a step is called while it runs, as GitHub puts it.</summary>
static class StepTitle
{
    public static string Of(Step step, EvaluationScope scope)
    {
        try
        {
            if (step.Name is { } name)
                return TemplateEvaluator.Text(name, scope);
        }
        catch (Exception failure) when (failure is ExpressionException or EvaluationException)
        {
            // The step itself says so when it runs.
        }
        return step switch
        {
            RunStep run => $"Run {run.Run.Trim().Split('\n')[0].Trim()}",
            ActionStep action => $"Run {action.Uses.Name}",
            _ => step.Id ?? "step",
        };
    }
}
