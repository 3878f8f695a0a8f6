using Serilog;
using Slipway.Delivery.Execution;

namespace Slipway.Components.Shipping;

/// <summary>Says who is waited for and what was found left, where a command shows nothing else.</summary>
sealed class HolderLog : IDeploymentObserver
{
    public static HolderLog Instance { get; } = new();

    public void On(DeploymentEvent happened)
    {
        if (happened is Held { By: var by })
            Log.Information("Waiting for the lease, held by {Holder:l}", by);
        if (happened is Recovering { Message: var message })
            Log.Information("{Message:l}", message);
    }
}
