using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using Slipway.Databases;
using Slipway.Workflows.Running;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Components.Running;

/// <summary>A throw-away PostgreSQL server in the place of a container of the <c>postgres</c> image.</summary>
sealed class PostgresService : IRunningService
{
    const string Inner = "5432";

    readonly ThrowawayPostgres _server;
    readonly List<PortForward> _forwards = [];

    PostgresService(ThrowawayPostgres server) => _server = server;

    public IReadOnlyDictionary<string, string> Ports { get; private set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The official image, whatever its version, registry or digest.</summary>
    public static bool StandsFor(string image) =>
        image.Split('@')[0].Split('/')[^1].Split(':')[0].Equals("postgres", StringComparison.Ordinal);

    /// <summary>At the ports, and with the user, password and database, that the container would have.</summary>
    /// <param name="why">Why there is no container; for the job's log.</param>
    /// <exception cref="StepException">A port is taken, or there is no server to be had.</exception>
    public static async Task<IRunningService> StartAsync(
        ServiceRequest request,
        string why,
        CancellationToken cancellation
    )
    {
        var ports = NamedPorts(request);
        try
        {
            // Before a server is started for nothing.
            foreach (var port in ports)
                await PortForward.Open(port, port).DisposeAsync();
            var server = await ThrowawayPostgres.StartAsync(cancellationToken: cancellation);
            var service = new PostgresService(server);
            try
            {
                if (server.Source == PostgresSource.Given)
                    throw new StepException(
                        $"The service '{request.Id}' would change the server of {PostgresOptions.ConnectionVariable}: unset it for this run."
                    );
                await PostgresSetup.ApplyAsync(
                    server.ConnectionString,
                    name => request.Container.Env.Find(name),
                    cancellation
                );
                service.Publish(ports);
            }
            catch
            {
                await service.DisposeAsync();
                throw;
            }
            request.Log.Write(
                $"PostgreSQL {server.Version} of this machine stands for {request.Container.Image}: {why}."
            );
            return service;
        }
        catch (SocketException failure)
        {
            throw Taken(request, failure);
        }
        catch (Exception failure) when (failure is PostgresUnavailableException or NpgsqlException)
        {
            throw new StepException(
                $"The service '{request.Id}' ({request.Container.Image}) does not start: {failure.Message}",
                failure
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var forward in _forwards)
            await forward.DisposeAsync();
        await _server.DisposeAsync();
    }

    void Publish(List<int> ports)
    {
        var own = new NpgsqlConnectionStringBuilder(_server.ConnectionString).Port;
        _forwards.AddRange(ports.Select(port => PortForward.Open(port, own)));
        var shown = ports.Count > 0 ? ports[^1] : own;
        Ports = new Dictionary<string, string>(StringComparer.Ordinal) { [Inner] = $"{shown}" };
    }

    /// <summary><c>5432</c> is a free port of the machine's choice; <c>15432:5432</c> names one.</summary>
    static List<int> NamedPorts(ServiceRequest request)
    {
        var ports = new List<int>();
        foreach (var stated in request.Container.Ports)
        {
            var parts = stated.Split('/')[0].Split(':');
            if (parts.Length == 1)
                continue;
            if (!int.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                throw new StepException($"The service '{request.Id}': '{stated}' names no port of this machine.");
            ports.Add(port);
        }
        return ports;
    }

    static StepException Taken(ServiceRequest request, SocketException failure) =>
        new(
            $"The service '{request.Id}' wants the ports {string.Join(", ", request.Container.Ports)} of this machine: "
                + $"{failure.Message}. End what listens there, or state `ports: [{Inner}]` and read "
                + $"`job.services.{request.Id}.ports['{Inner}']`.",
            failure
        );
}
