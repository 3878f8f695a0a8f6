using Serilog;
using Slipway.Delivery.Execution;

namespace Slipway.Components.Shipping;

/// <summary>Says who is waited for, where a command shows nothing else.</summary>
sealed class HolderLog : IDeploymentObserver
{
    public static HolderLog Instance { get; } = new();

    public void On(DeploymentEvent happened)
    {
        if (happened is Held { By: var by })
            Log.Information("Waiting for the lease, held by {Holder:l}", by);
    }
}
