using System.Collections.Frozen;
using System.Globalization;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Files;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Gateway;

/// <summary>The gateway of one environment as its supervisor runs it.</summary>
/// <param name="environmentDirectory">
/// Where the environment keeps its state: the gateway's is <c>gateway.json</c>, its logs are <c>logs/gateway.log</c> and
/// <c>logs/access.log</c>.
/// </param>
/// <param name="port">The environment's public port on 127.0.0.1.</param>
public sealed class GatewayProcess(string environmentDirectory, int port)
{
    /// <summary>Its name to the supervisor.</summary>
    public const string Name = "gateway";

    /// <summary>Its admin socket. Makes its private directory.</summary>
    public string AdminSocket => Path.Combine(RuntimeDirectory.For(environmentDirectory), "gateway.sock");

    /// <summary>Its own log: start, stop and failures.</summary>
    public string LogFile => InEnvironment("logs/gateway.log");

    /// <summary>
    /// What to ask the supervisor for. A gateway that runs from other files is replaced by this, which closes the public
    /// port for a moment.
    /// </summary>
    public ProcessSpecification Specification(HostFiles hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        string[] arguments =
        [
            hosts.Gateway(),
            "--listen",
            address,
            "--state",
            InEnvironment("gateway.json"),
            "--admin",
            AdminSocket,
            "--access-log",
            InEnvironment("logs/access.log"),
        ];
        return new ProcessSpecification(
            Name,
            HostFiles.DotNet(),
            arguments,
            FrozenDictionary<string, string>.Empty,
            Path.GetFullPath(environmentDirectory),
            LogFile
        );
    }

    string InEnvironment(string relative) => Path.GetFullPath(Path.Combine(environmentDirectory, relative));
}
