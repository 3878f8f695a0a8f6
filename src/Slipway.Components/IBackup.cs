using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>A copy of an environment's database.</summary>
public interface IBackup : IHazEnvironments
{
    Target Backup =>
        _ =>
            _.Description("Backs up the database of --environment while it serves, and proves that the backup restores")
                .Requires(() => Environment)
                .Runs(async () => await DatabaseCommands.BackUpAsync(this, Environment!));
}
