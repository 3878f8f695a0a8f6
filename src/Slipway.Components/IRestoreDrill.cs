using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>The proof that a restore would work, without one.</summary>
public interface IRestoreDrill : IHazEnvironments
{
    Target RestoreDrill =>
        _ =>
            _.Description(
                    "Restores the newest backup of --environment into a scratch database and compares it, table by table"
                )
                .Requires(() => Environment)
                .Runs(async () => await DatabaseCommands.DrillAsync(this, Environment!));
}
