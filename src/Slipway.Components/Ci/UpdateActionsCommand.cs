using System.Text;
using Nuke.Common;
using Serilog;
using Slipway.Components.Shipping;
using Slipway.Delivery.State;
using Slipway.Workflows.Pins;

namespace Slipway.Components.Ci;

/// <summary>Renews the lock file of actions.</summary>
static class UpdateActionsCommand
{
    /// <param name="server">In front of <c>owner/name</c>; default: GitHub.</param>
    public static async Task RunAsync(INukeBuild build, string? server = null)
    {
        var root = build.RootDirectory.ToString();
        var pins = ActionPins.Read(root);
        var reader = server is null ? new TagReader() : new TagReader(server);
        var update = ActionUpdate.Of(pins, await reader.ReadAsync(pins, Interrupt.Token));
        foreach (var change in update.Changes)
            Log.Information("{Change:l}", change);
        foreach (var newer in update.NewMajors)
            Log.Warning("{Newer:l}", newer);
        build.ReportSummary(_ =>
            _.With("Actions", $"{update.Pins.Actions.Count}").With("Changed", $"{update.Changes.Count}")
        );

        var file = Path.Combine(root, ActionPins.File);
        if (update.Changes.Count == 0 && File.Exists(file))
        {
            Log.Information("{File:l}: as it was", ActionPins.File);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        DurableFile.Write(file, Encoding.UTF8.GetBytes(ActionLock.Write(update.Pins)), Disk.Real);
        Log.Information("{File:l}: written. Now './build.sh Workflows' writes the workflows with it.", ActionPins.File);
    }
}
