using System.Runtime.Versioning;
using Slipway.Platforms.Local.Gateway;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Files;
using Slipway.Protocol.Supervision;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Supervision;

/// <summary>A directory of one environment, with the real hosts; its supervisor and processes end with the test.</summary>
sealed class LocalEnvironment : IAsyncDisposable
{
    readonly TempDirectory _directory = new();

    public LocalEnvironment()
    {
        Hosts = HostFiles.BesideBuild(_directory["state"]);
        Launcher = new SupervisorLauncher(Directory, Hosts);
    }

    public string Directory => _directory["state/staging"];

    public string Root => _directory.Path;

    public HostFiles Hosts { get; }

    public SupervisorLauncher Launcher { get; }

    public SupervisorClient Supervisor => Launcher.Client;

    public ProcessSpecification Sleep(string name = "sleeper") =>
        new(
            name,
            "sleep",
            ["60"],
            new Dictionary<string, string>(StringComparer.Ordinal),
            Root,
            _directory[$"{name}.log"]
        );

    public async Task<ProcessStatus> StatusAsync(string name) =>
        (await Supervisor.ListAsync()).Processes.Single(process => process.Name == name);

    /// <summary>A gateway under the supervisor, answering on its admin socket.</summary>
    public async Task<GatewayClient> StartGatewayAsync(int port)
    {
        var gateway = new GatewayProcess(Directory, port);
        await Launcher.EnsureRunningAsync();
        await Supervisor.EnsureAsync(1, gateway.Specification(Hosts));
        var client = new GatewayClient(gateway.AdminSocket);
        await client.WaitUntilReadyAsync(TimeSpan.FromSeconds(20));
        return client;
    }

    [UnsupportedOSPlatform("windows")]
    public async ValueTask DisposeAsync()
    {
        try
        {
            var running = await Launcher.EnsureRunningAsync();
            await running.ShutdownAsync((await running.ListAsync()).Token + 1, stopProcesses: true);
        }
        catch (SupervisorUnavailableException)
        {
            // The test has shut it down itself.
        }

        System.IO.Directory.Delete(RuntimeDirectory.For(Directory), recursive: true);
        _directory.Dispose();
    }
}
