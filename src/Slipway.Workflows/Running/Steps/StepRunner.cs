using System.Collections.Immutable;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running;

/// <summary>Runs one step of a job on this machine as GitHub's runner would.</summary>
/// <param name="machine">The variables that every process gets; see <see cref="MachineEnvironment"/>.</param>
/// <param name="masker">Knows the run's secrets; a step may tell it more (<c>::add-mask::</c>).</param>
public sealed class StepRunner(
    ImmutableSortedDictionary<string, string> machine,
    IActionRunner actions,
    SecretMasker masker,
    TimeProvider time
)
{
    /// <summary>
    /// Never throws for what a step does: a step that cannot run fails, and the log says why. What it changed is in the
    /// result; <see cref="JobState.After"/> takes it up.
    /// </summary>
    public Task<StepResult> RunAsync(Step step, JobState state, IStepLog log, JobCancellation cancellation)
    {
        _ = (machine, actions, masker, time, step, state, log, cancellation);
        throw new NotSupportedException("Steps are not run yet.");
    }
}
