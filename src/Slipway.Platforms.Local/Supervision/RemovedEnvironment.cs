using System.Diagnostics;
using Slipway.Platforms.Local.Gateway;
using Slipway.Protocol.Files;

namespace Slipway.Platforms.Local.Supervision;

/// <summary>
/// What still runs of an environment whose directory was removed. Sockets are named by the directory's path, so it
/// answers where a new environment at the same path looks for its own. Every supervisor holds a lock file beside its state
/// and never removes it: where there is none, no supervisor has run for the directory that is there now.
/// </summary>
sealed class RemovedEnvironment(string directory, Func<SupervisorClient> supervisor, Func<GatewayClient> gateway)
{
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    // The supervisor that was here may have written its state into the new directory, with a token of its own counting.
    static readonly string[] s_state = ["supervisor.json", "gateway.json"];

    /// <summary>Changes nothing.</summary>
    public async Task<bool> RunsAsync(CancellationToken cancellation)
    {
        if (!MayRun())
            return false;
        return (await SupervisorAnswersAsync(cancellation) || await GatewayPidAsync(cancellation) is not null)
            // One of the directory may have come since.
            && IsUnsupervised();
    }

    /// <summary>Only for the holder of the lease.</summary>
    /// <param name="guard">Makes a change on disk if and only if the lease still holds.</param>
    /// <param name="cancellation">Gives up; what has ended stays so.</param>
    /// <returns>False: nothing was running.</returns>
    /// <exception cref="SupervisorRefusedException">It cannot end; the message says why.</exception>
    public async Task<bool> EndAsync(Action<Action> guard, CancellationToken cancellation)
    {
        var hasEnded = MayRun() && await EndSupervisorAsync(cancellation) | await EndGatewayAsync(cancellation);
        guard(() =>
        {
            if (!IsUnsupervised())
                return;
            foreach (var file in s_state.Select(name => Path.Combine(directory, name)).Where(File.Exists))
                File.Delete(file);
        });
        return hasEnded;
    }

    // Asking for a socket makes its directory, and merely looking must not.
    bool MayRun() => IsUnsupervised() && Directory.Exists(RuntimeDirectory.PathOf(directory));

    bool IsUnsupervised() => !File.Exists(Path.Combine(directory, "supervisor.json.lock"));

    async Task<bool> SupervisorAnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await supervisor().ListAsync(cancellation);
            return true;
        }
        catch (SupervisorUnavailableException)
        {
            return false;
        }
    }

    async Task<bool> EndSupervisorAsync(CancellationToken cancellation)
    {
        if (!await SupervisorAnswersAsync(cancellation))
            return false;
        if (await supervisor().ShutdownIfAsync(IsUnsupervised, cancellation) is not { } ended)
            return false;
        await GoneAsync(ended.Pid, _ => { }, cancellation);
        return true;
    }

    /// <summary>One whose supervisor was killed: nobody else can end it, and it holds the port.</summary>
    async Task<bool> EndGatewayAsync(CancellationToken cancellation)
    {
        if (await GatewayPidAsync(cancellation) is not { } pid || !IsUnsupervised())
            return false;
        await GoneAsync(pid, process => process.Kill(), cancellation);
        return true;
    }

    async Task<int?> GatewayPidAsync(CancellationToken cancellation)
    {
        try
        {
            return (await gateway().StatusAsync(cancellation)).Pid;
        }
        catch (GatewayUnavailableException)
        {
            return null;
        }
    }

    static async Task GoneAsync(int pid, Action<Process> end, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            end(process);
            await process.WaitForExitAsync(cancellation).WaitAsync(s_limit, cancellation);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
