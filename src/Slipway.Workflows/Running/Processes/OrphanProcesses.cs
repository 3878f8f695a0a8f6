namespace Slipway.Workflows.Running;

/// <summary>Ends what a job has left running, as GitHub does: each process that carries its tracking id.</summary>
public static class OrphanProcesses
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// SIGTERM, and SIGKILL two seconds later. A process that must live on clears RUNNER_TRACKING_ID, as on GitHub.
    /// Nothing where there is no /proc.
    /// </summary>
    /// <returns>The command lines of what was running.</returns>
    public static async Task<IReadOnlyList<string>> EndAsync(string trackingId, TimeProvider time)
    {
        var found = ProcessTable.Carrying("RUNNER_TRACKING_ID", trackingId);
        foreach (var process in found)
            Signals.Send(process.Id, Signal.Terminate);
        for (
            var since = time.GetTimestamp();
            time.GetElapsedTime(since) < Grace && ProcessTable.Carrying("RUNNER_TRACKING_ID", trackingId).Count > 0;

        )
            await Task.Delay(Pause, time);
        foreach (var process in ProcessTable.Carrying("RUNNER_TRACKING_ID", trackingId))
            Signals.Send(process.Id, Signal.Kill);
        return [.. found.Select(process => process.CommandLine)];
    }
}
