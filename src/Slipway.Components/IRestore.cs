using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>The database of an environment as a backup holds it.</summary>
public interface IRestore : IHazEnvironments, IHazWayBack, IHazConfirmation
{
    Target Restore =>
        _ =>
            _.Description(
                    "Restores the database of --environment from --to FILE|last: an outage, and what was written since is lost"
                )
                .Requires(() => Environment)
                .Requires(() => To)
                .Runs(async () => await DatabaseCommands.RestoreAsync(this, Environment!, To!, Confirm));
}
