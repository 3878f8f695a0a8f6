using Slipway.Databases.Docker;
using Slipway.Databases.Sources;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Docker;

/// <summary>
/// The Docker engine of this machine, with the official image. Where `.ci/run` cannot pull that, it gives its own engine
/// a stand-in of the same name (docs/stand-ins.md).
/// </summary>
static class EngineHere
{
    public static async Task<EngineClient> RequireAsync()
    {
        var socket = DockerServer.SocketFromEnvironment();
        var engine = new EngineClient(socket);
        Servers.Require(
            await engine.IsReachableAsync(CancellationToken.None),
            $"No Docker engine at {socket}: start one, or name its socket in DOCKER_HOST."
        );
        try
        {
            await engine.PullAsync(PostgresContainer.Image, CancellationToken.None);
        }
        catch (IOException refused)
        {
            Servers.Require(
                false,
                $"The Docker engine at {socket} has no {PostgresContainer.Image}: {refused.Message}"
            );
        }

        return engine;
    }
}
