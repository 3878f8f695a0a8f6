using System.Diagnostics;

namespace Slipway.Supervisor.Processes;

/// <summary>A process that was started here, or by an earlier supervisor and adopted.</summary>
sealed class RunningProcess
{
    static readonly TimeSpan AdoptedInterval = TimeSpan.FromMilliseconds(100);

    RunningProcess(ProcessIdentity? identity, DateTimeOffset startedAt, long since, Task<int?> exited)
    {
        Identity = identity;
        StartedAt = startedAt;
        Since = since;
        Exited = exited;
    }

    /// <summary>Null for a child that ended before it could be looked at.</summary>
    public ProcessIdentity? Identity { get; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>When it was started or adopted: a timestamp of the clock, which no change of the time of day moves.</summary>
    public long Since { get; }

    /// <summary>Ends when the process does, with its exit code, or null for an adopted one.</summary>
    public Task<int?> Exited { get; }

    public static RunningProcess Child(Process process, TimeProvider time) =>
        new(ProcessTable.Identify(process.Id), time.GetUtcNow(), time.GetTimestamp(), WaitForChildAsync(process));

    public static RunningProcess Adopted(ProcessIdentity identity, DateTimeOffset startedAt, TimeProvider time) =>
        new(identity, startedAt, time.GetTimestamp(), WaitForAdoptedAsync(identity, time));

    static async Task<int?> WaitForChildAsync(Process process)
    {
        using (process)
        {
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
    }

    // Only a parent is told when its child ends: anybody else has to look.
    static async Task<int?> WaitForAdoptedAsync(ProcessIdentity identity, TimeProvider time)
    {
        while (ProcessTable.IsAlive(identity))
            await Task.Delay(AdoptedInterval, time);
        return null;
    }
}
