using System.Net.Http.Json;
using System.Net.Sockets;
using Slipway.Protocol.Gateway;

namespace Benchmarks.Gateway;

/// <summary>The gateway as the program that an environment runs.</summary>
static class SlipwayGateway
{
    public static Task<Server> StartAsync(string directory, int port, bool accessLog)
    {
        string[] log = accessLog ? ["--access-log", Path.Combine(directory, "access.log")] : [];
        return Server.StartAsync(
            $"http://127.0.0.1:{port}/",
            [
                "dotnet",
                Path.Combine(AppContext.BaseDirectory, "Slipway.Gateway.dll"),
                "--listen",
                $"http://127.0.0.1:{port}",
                "--state",
                Path.Combine(directory, "state.json"),
                "--admin",
                Socket(directory),
                .. log,
            ]
        );
    }

    public static string Socket(string directory) => Path.Combine(directory, "run", "a.sock");

    /// <summary>All traffic to the backend.</summary>
    public static async Task RouteAsync(string socket, Uri backend)
    {
        using var admin = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectCallback = async (_, cancel) =>
                {
                    var unix = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    await unix.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancel);
                    return new NetworkStream(unix, ownsSocket: true);
                },
            }
        );
        var routes = new RoutesUpdate(1, [new SlotRoutes("blue", [new Destination("blue-1", backend)], 1)]);
        using var response = await admin.PutAsJsonAsync(
            "http://gateway/routes",
            routes,
            GatewayJson.Default.RoutesUpdate
        );
        response.EnsureSuccessStatusCode();
    }
}
