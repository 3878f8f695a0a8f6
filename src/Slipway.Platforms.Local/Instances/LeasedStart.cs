using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Supervision;

namespace Slipway.Platforms.Local.Instances;

/// <summary>
/// Starts what changes the database under the lease's fencing token. The process is held back until the supervisor has
/// bound it to the token, in the same step in which it would refuse an older one. So whenever this deployer is paused, and
/// however long: once another has shown a newer token, a process of this one has ended or is never run.
/// </summary>
sealed class LeasedStart(SupervisorLauncher launcher, EffectContext context)
{
    /// <summary>Returns when the process may run.</summary>
    /// <exception cref="StaleTokenException">The lease is over: it must not.</exception>
    public async Task AdmitAsync(int pid, CancellationToken cancellation) =>
        await (await launcher.EnsureRunningAsync(cancellation)).BindAsync(context.Token, pid, cancellation);
}
