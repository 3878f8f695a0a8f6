using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Slipway.Databases.Sources;

namespace Slipway.Databases.Clusters;

/// <summary>A new cluster in a directory of its own, on a free port of loopback, behind a random password.</summary>
static class LocalCluster
{
    const int Attempts = 3;
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <param name="binaries">The directory with <c>initdb</c> and <c>postgres</c>.</param>
    /// <param name="owner">The user it runs as; empty for this process's own.</param>
    /// <exception cref="PostgresUnavailableException">It does not start; the message ends with the server's own words.</exception>
    public static async Task<RunningServer> StartAsync(
        string binaries,
        string owner,
        PostgresSource source,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            try
            {
                return await StartAsync(binaries, owner, port, source, cancellationToken);
            }
            catch (PostgresUnavailableException) when (attempt < Attempts && IsTaken(port))
            {
                // Between asking for a free port and using it, somebody else has taken it.
            }
        }
    }

    static async Task<RunningServer> StartAsync(
        string binaries,
        string owner,
        int port,
        PostgresSource source,
        CancellationToken cancellationToken
    )
    {
        var directory = Path.Combine(Path.GetTempPath(), $"slipway-postgres-{Random(8)}");
        var password = Random(24);
        var connection = Connections.ToLoopback(port, password);
        var keeper = ClusterKeeper.Start(directory, binaries, port, owner, password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        string failure;
        try
        {
            if (await Connections.WaitUntilReadyAsync(connection, keeper.ServerGone, limit.Token) is { } version)
                return new RunningServer(source, connection, version, keeper);
            failure = "does not start";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failure = $"did not answer within {StartLimit.TotalSeconds} s";
        }
        catch
        {
            await keeper.DisposeAsync();
            throw;
        }

        var words = keeper.LastWords();
        await keeper.DisposeAsync();
        throw new PostgresUnavailableException($"PostgreSQL of {binaries} {failure}: {words}{keeper.Complaint}");
    }

    static string Random(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static bool IsTaken(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
