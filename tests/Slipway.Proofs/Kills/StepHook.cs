using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;

namespace Slipway.Proofs.Kills;

/// <summary>Does something when a step begins: its intent is on disk and nothing was done.</summary>
sealed class StepHook(Func<Step, bool> when, Action act, IDeploymentObserver? also = null) : IDeploymentObserver
{
    public bool WasHere { get; private set; }

    public void On(DeploymentEvent happened)
    {
        also?.On(happened);
        if (WasHere || happened is not StepStarted started || !when(started.Step))
            return;
        WasHere = true;
        act();
    }
}
