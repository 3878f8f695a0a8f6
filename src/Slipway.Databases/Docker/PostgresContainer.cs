using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Databases.Sources;

namespace Slipway.Databases.Docker;

/// <summary>
/// One container of the official image. Its first process reads our end of its standard input: when that closes, with
/// this process or before, the server stops and the engine removes the container.
/// </summary>
sealed class PostgresContainer : IAsyncDisposable
{
    public const string Image = "postgres:17-alpine";
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The container ends with its first process: when standard input closes, or when the server ends by itself.
    /// The password comes by standard input, so that no inspection of the container shows it.
    /// </summary>
    const string Script = """
        trap 'exit 1' TERM
        IFS= read -r POSTGRES_PASSWORD && export POSTGRES_PASSWORD || exit 1
        { docker-entrypoint.sh postgres -c fsync=off -c synchronous_commit=off -c full_page_writes=off; kill $$; } </dev/null &
        while read -r _; do :; done
        """;

    readonly EngineClient _engine;
    readonly Stream _input;

    PostgresContainer(EngineClient engine, string id, Stream input)
    {
        _engine = engine;
        Id = id;
        _input = input;
    }

    /// <summary>The engine's name for it.</summary>
    public string Id { get; }

    /// <exception cref="IOException">The engine refused; its words are the message.</exception>
    /// <exception cref="PostgresUnavailableException">The container runs, but no server answers.</exception>
    public static async Task<RunningServer> StartAsync(EngineClient engine, CancellationToken cancellationToken)
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var id = await engine.CreateAsync(Definition(), cancellationToken);
        PostgresContainer container;
        try
        {
            var input = await engine.AttachInputAsync(id, cancellationToken);
            container = new PostgresContainer(engine, id, input);
        }
        catch
        {
            await engine.RemoveAsync(id, CancellationToken.None);
            throw;
        }

        try
        {
            await engine.StartAsync(id, cancellationToken);
            await container._input.WriteAsync(Encoding.ASCII.GetBytes($"{password}\n"), cancellationToken);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StartLimit);
            var connection = Connections.ToLoopback(await container.PortAsync(cancellationToken), password);
            var version = await Connections.WaitUntilReadyAsync(
                connection,
                container.GoneAsync(limit.Token),
                limit.Token
            );
            return version is null
                ? throw new PostgresUnavailableException($"The container of {Image} ended before its server answered")
                : new RunningServer(PostgresSource.Docker, connection, version, container);
        }
        catch (Exception failure)
        {
            await engine.RemoveAsync(id, CancellationToken.None);
            await container._input.DisposeAsync();
            if (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new PostgresUnavailableException(
                    $"The container of {Image} did not answer within {StartLimit.TotalSeconds} s",
                    failure
                );
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _input.DisposeAsync();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await GoneAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await _engine.RemoveAsync(Id, CancellationToken.None);
        }

        _engine.Dispose();
    }

    internal static object Definition() =>
        new
        {
            Image,
            Entrypoint = new[] { "sh", "-c", Script },
            Env = new[] { "POSTGRES_INITDB_ARGS=--no-sync" },
            AttachStdin = true,
            OpenStdin = true,
            StdinOnce = true,
            ExposedPorts = new Dictionary<string, object>(StringComparer.Ordinal) { ["5432/tcp"] = new { } },
            HostConfig = new
            {
                AutoRemove = true,
                PortBindings = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["5432/tcp"] = new[] { new { HostIp = "127.0.0.1", HostPort = "" } },
                },
            },
        };

    async Task<int> PortAsync(CancellationToken cancellationToken)
    {
        if (await _engine.InspectAsync(Id, cancellationToken) is not { } container)
            throw new PostgresUnavailableException($"The container of {Image} ended at once");
        var ports = container.GetProperty("NetworkSettings").GetProperty("Ports");
        if (!ports.TryGetProperty("5432/tcp", out var bindings) || bindings.ValueKind != JsonValueKind.Array)
            throw new PostgresUnavailableException($"The container of {Image} ended at once");
        return int.Parse(bindings[0].GetProperty("HostPort").GetString()!, CultureInfo.InvariantCulture);
    }

    async Task GoneAsync(CancellationToken cancellationToken)
    {
        while (
            await _engine.InspectAsync(Id, cancellationToken) is { } container
            && container.GetProperty("State").GetProperty("Running").GetBoolean()
        )
            await Task.Delay(Pause, cancellationToken);
    }
}
