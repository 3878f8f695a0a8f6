using System.Diagnostics;
using Slipway.Platforms.Local.Tests.Support;

namespace Slipway.Proofs.Kills;

/// <summary>Kills processes of a site by the ids that its supervisor gives.</summary>
static class Victims
{
    /// <param name="name">As the supervisor calls it, or <c>supervisor</c> itself.</param>
    public static async Task KillAsync(this LocalSite site, string name)
    {
        var status = await site.Supervisor.ListAsync();
        var id =
            name == "supervisor" ? status.Pid : status.Processes.Single(process => process.Name == name).Pid!.Value;
        using var process = Process.GetProcessById(id);
        process.Kill();
        await process.WaitForExitAsync();
    }
}
