using Slipway.Databases.Docker;

namespace Slipway.Databases.Sources;

/// <summary>A container of a Docker engine that listens on a socket of this machine.</summary>
sealed class DockerServer(string socket) : IPostgresSource
{
    const string DefaultSocket = "/var/run/docker.sock";
    const string UnixScheme = "unix://";

    /// <summary>
    /// The engine of <c>DOCKER_HOST</c> when that names a socket, else the usual socket. An engine on another machine
    /// is never used: the container's port would not be on loopback.
    /// </summary>
    public static DockerServer FromEnvironment() => new(SocketFromEnvironment());

    internal static string SocketFromEnvironment() =>
        Environment.GetEnvironmentVariable("DOCKER_HOST") is { } host
        && host.StartsWith(UnixScheme, StringComparison.Ordinal)
            ? host[UnixScheme.Length..]
            : DefaultSocket;

    public async Task<SourceAttempt> TryStartAsync(CancellationToken cancellationToken)
    {
        var engine = new EngineClient(socket);
        var started = false;
        try
        {
            if (!await engine.IsReachableAsync(cancellationToken))
                return SourceAttempt.Nothing($"no Docker engine at {socket}");
            await engine.PullAsync(PostgresContainer.Image, cancellationToken);
            var server = await PostgresContainer.StartAsync(engine, cancellationToken);
            started = true;
            return SourceAttempt.Started(server);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            return SourceAttempt.Nothing(
                $"the Docker engine at {socket} has no {PostgresContainer.Image} ({failure.Message})"
            );
        }
        finally
        {
            if (!started)
                engine.Dispose();
        }
    }
}
