using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Proofs.Kills;

/// <summary>
/// What runs from the environment's directory, as the system tells, and is neither the supervisor nor its own.
/// </summary>
static class Orphans
{
    /// <summary>One that is on its way out gets a moment.</summary>
    public static async Task<IReadOnlyList<int>> OfAsync(LocalSite site)
    {
        IReadOnlyList<int> orphans = [];
        try
        {
            await Wait.UntilAsync(
                async () => (orphans = await UnknownAsync(site)).Count == 0,
                "every process is the supervisor's",
                TimeSpan.FromSeconds(15)
            );
        }
        catch (TimeoutException)
        {
            return orphans;
        }

        return [];
    }

    static async Task<IReadOnlyList<int>> UnknownAsync(LocalSite site)
    {
        var status = await site.Supervisor.ListAsync();
        return
        [
            .. site.RunningProcesses()
                .Except(status.Processes.Select(process => process.Pid).OfType<int>())
                .Where(process => process != status.Pid),
        ];
    }
}
