using Slipway.Supervisor.State;

namespace Slipway.Supervisor.Processes;

/// <summary>
/// Processes that deployers have started themselves, each bound to the fencing token it was started under. Once a newer
/// token is on disk none of an older one is bound any more, and those that were are ended before anything is done in the
/// newer one's name.
/// </summary>
sealed class BoundProcesses(StateFile file, TimeProvider time)
{
    /// <summary>What a process gets between SIGTERM and SIGKILL, and then to be gone.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>False when the token is stale: the check and the record are one step.</summary>
    public bool TryBind(ProcessIdentity process, long token)
    {
        var isBound = false;
        file.Update(state =>
        {
            isBound = token >= state.Token;
            return isBound
                ? state with
                {
                    Token = token,
                    // Those that have ended are forgotten here: nobody says so when they do.
                    Bound = [.. Of(state).Where(bound => ProcessTable.IsAlive(bound.Process)), new(process, token)],
                }
                : state;
        });
        return isBound;
    }

    /// <summary>Ends those of older tokens; answers one that cannot be ended, null: all are gone.</summary>
    public async Task<ProcessIdentity?> EndOlderAsync(long token)
    {
        var older = Of(file.Current).Where(bound => bound.Token < token).ToList();
        if (older.Count == 0)
            return null;
        var left = await Task.WhenAll(older.Select(bound => EndAsync(bound.Process)));
        if (left.FirstOrDefault(process => process is not null) is { } stubborn)
            return stubborn;
        file.Update(state => state with { Bound = [.. Of(state).Where(bound => bound.Token >= token)] });
        return null;
    }

    /// <summary>Null when it is gone.</summary>
    async Task<ProcessIdentity?> EndAsync(ProcessIdentity process)
    {
        Signals.AskToEnd(process);
        if (await IsGoneAsync(process))
            return null;
        Signals.End(process);
        return await IsGoneAsync(process) ? null : process;
    }

    async Task<bool> IsGoneAsync(ProcessIdentity process)
    {
        var asked = time.GetTimestamp();
        while (ProcessTable.IsAlive(process))
        {
            if (time.GetElapsedTime(asked) >= Grace)
                return false;
            await Task.Delay(Between, time);
        }

        // What it started and left behind goes with it.
        Signals.EndGroup(process);
        return true;
    }

    static IReadOnlyList<BoundProcess> Of(SupervisorState state) => state.Bound ?? [];
}
