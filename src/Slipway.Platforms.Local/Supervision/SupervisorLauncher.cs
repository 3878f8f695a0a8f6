using Slipway.Protocol.Files;

namespace Slipway.Platforms.Local.Supervision;

/// <summary>
/// Finds or starts the one supervisor of an environment. It outlives this process: it has its own session, so that
/// neither Ctrl-C nor the end of the terminal reaches it.
/// </summary>
/// <param name="environmentDirectory">Where the environment keeps its state; made when missing.</param>
/// <param name="hosts">Where the programs come from.</param>
public sealed class SupervisorLauncher(string environmentDirectory, HostFiles hosts)
{
    /// <summary>The socket of this environment's supervisor. Makes its private directory.</summary>
    public string Socket => Path.Combine(RuntimeDirectory.For(environmentDirectory), "supervisor.sock");

    /// <summary>A client of the supervisor, whether it answers or not.</summary>
    public SupervisorClient Client => new(Socket);

    /// <summary>
    /// A client of the running supervisor, started first when none answers. Throws
    /// <see cref="SupervisorUnavailableException"/> with the end of its log when it does not come up within 20 seconds.
    /// </summary>
    public Task<SupervisorClient> EnsureRunningAsync(CancellationToken cancel = default)
    {
        _ = hosts;
        cancel.ThrowIfCancellationRequested();
        throw new NotSupportedException("Comes with the supervisor.");
    }
}
