using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Reporting;
using Slipway.Reporting.Terminal;

namespace Slipway.Components.Shipping;

/// <summary>Shows a deployment: each step is a stage.</summary>
sealed class DeploymentView(RunProgress progress, RunRecord record) : IDeploymentObserver
{
    int _runs;
    string? _held;

    public void On(DeploymentEvent happened)
    {
        EndWaitAt(happened);
        switch (happened)
        {
            case Held { By: var by }:
                WaitFor(by);
                break;
            case PlanMade { Plan.IsEmpty: false } made:
                record.Plan = made.Plan;
                _runs++;
                break;
            case Waiting waiting:
                Note($"Waiting for {waiting.For}", StageOutcome.Waiting);
                break;
            case Converging resumed:
                var way = resumed.Forward ? "forward" : "back";
                Note($"An unfinished deployment goes {way}: {resumed.Why}", StageOutcome.Succeeded);
                _runs++;
                break;
            case Recovering recovering:
                Note(recovering.Message, StageOutcome.Succeeded);
                break;
            case StepStarted step:
                progress.StageStarted(Id(step.Index), parentId: null, step.Step.Title);
                break;
            case StepProgress { Step: not Smoke } step:
                progress.StageProgress(Id(step.Index), step.Message);
                break;
            case StepFinished { Skipped: true } step:
                progress.StageStarted(Id(step.Index), parentId: null, step.Step.Title);
                progress.StageFinished(Id(step.Index), StageOutcome.Skipped, "it was so already");
                break;
            case StepFinished step:
                progress.StageFinished(Id(step.Index), StageOutcome.Succeeded, step.Found);
                break;
            case StepFailed step:
                Fail(step);
                break;
            case StepUndone { Step: OpenGateway or StartSlot or Switch } step:
                Note($"Undone: {step.Step.Title}", StageOutcome.Succeeded);
                break;
        }
    }

    void WaitFor(string holder)
    {
        if (_held is null)
            progress.StageStarted(_held = NextNote, parentId: null, $"Waiting for the lease, held by {holder}");
        else
            progress.StageProgress(_held, $"held by {holder}");
    }

    // Whatever follows it, the lease was got.
    void EndWaitAt(DeploymentEvent next)
    {
        if (_held is null || next is Held)
            return;
        progress.StageFinished(_held, StageOutcome.Succeeded);
        _held = null;
    }

    // A cancellation can come before the step has begun.
    void Fail(StepFailed step)
    {
        if (progress.State.Stages.All(stage => !string.Equals(stage.Id, Id(step.Index), StringComparison.Ordinal)))
            progress.StageStarted(Id(step.Index), parentId: null, step.Step.Title);
        progress.StageFinished(Id(step.Index), StageOutcome.Failed, step.Evidence.Message);
    }

    void Note(string text, StageOutcome outcome) => progress.Note(NextNote, text, outcome);

    string NextNote => $"note-{progress.State.Stages.Count}";

    string Id(int step) => $"{_runs}-{step}";
}
