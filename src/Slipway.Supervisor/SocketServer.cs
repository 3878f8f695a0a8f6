using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Files;
using Slipway.Protocol.Supervision;

namespace Slipway.Supervisor;

/// <summary>Answers requests, one line each, on a Unix socket that only this user can open.</summary>
sealed class SocketServer : IDisposable
{
    const int Backlog = 16;

    readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly string _path;
    readonly ProcessSupervisor _supervisor;

    /// <summary>Listens when it returns. The caller holds the state's lock, so a socket that is there already is nobody's.</summary>
    public SocketServer(string path, ProcessSupervisor supervisor)
    {
        _path = path;
        _supervisor = supervisor;
        RuntimeDirectory.EnsurePrivate(Path.GetDirectoryName(path)!);
        File.Delete(path);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _listener.Listen(Backlog);
    }

    /// <summary>Returns when it is cancelled or was told to shut down and has said so.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptAsync(stopping.Token);
                _ = ServeAsync(connection, stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The one way out.
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        File.Delete(_path);
    }

    async Task ServeAsync(Socket connection, CancellationTokenSource stopping)
    {
        try
        {
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (await reader.ReadLineAsync(stopping.Token) is { } line)
            {
                var (response, last) = await AnswerAsync(line);
                var answer = JsonSerializer.Serialize(response, SupervisorJson.Default.SupervisorResponse) + "\n";
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), stopping.Token);
                if (last)
                    await stopping.CancelAsync();
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Who asked has gone, or we go.
        }
    }

    async Task<(SupervisorResponse Response, bool Last)> AnswerAsync(string line)
    {
        try
        {
            var request = JsonSerializer.Deserialize(line, SupervisorJson.Default.SupervisorRequest)!;
            var response = await _supervisor.HandleAsync(request);
            return (response, request is ShutdownRequest && response.Outcome == SupervisorOutcome.Ok);
        }
        catch (Exception malformed) when (malformed is JsonException or NotSupportedException)
        {
            var error = $"The request cannot be read: {malformed.Message}";
            return (new SupervisorResponse(SupervisorOutcome.Refused, error), Last: false);
        }
    }
}
