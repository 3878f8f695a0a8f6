using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Supervision;

/// <summary>
/// Talks to a supervisor on its socket, one connection a call. Each call has a limit (the work's own grace and 15 seconds
/// more) and throws <see cref="SupervisorUnavailableException"/> when nobody answers, <see cref="StaleTokenException"/>
/// when the lease is over, <see cref="SupervisorRefusedException"/> when the request makes no sense to the supervisor.
/// </summary>
public sealed class SupervisorClient(string socket, TimeProvider? time = null)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>What a changed process gets between SIGTERM and SIGKILL before it is started anew.</summary>
    static readonly TimeSpan ReplacementGrace = TimeSpan.FromSeconds(10);

    /// <summary>What a process of an older lease gets between SIGTERM and SIGKILL, and then to be gone.</summary>
    static readonly TimeSpan EndingGrace = TimeSpan.FromSeconds(20);

    readonly TimeProvider _time = time ?? TimeProvider.System;

    public string Socket { get; } = socket;

    /// <summary>The supervisor and what it looks after.</summary>
    public async Task<SupervisorStatus> ListAsync(CancellationToken cancel = default) =>
        (await SendAsync(new ListRequest(), token: 0, Limit, cancel)).Status!;

    /// <summary>Starts the process, or leaves it alone when it runs as specified, or replaces it when it does not.</summary>
    public async Task<ProcessStatus> EnsureAsync(
        long token,
        ProcessSpecification process,
        CancellationToken cancel = default
    ) => (await SendAsync(new EnsureRequest(token, process), token, Limit + ReplacementGrace, cancel)).Process!;

    /// <summary>SIGTERM, and SIGKILL after <paramref name="grace"/>; returns when it is gone, also when it never was there.</summary>
    public async Task<ProcessStatus> StopAsync(
        long token,
        string name,
        TimeSpan grace,
        CancellationToken cancel = default
    ) => (await SendAsync(new StopRequest(token, name, grace.TotalSeconds), token, Limit + grace, cancel)).Process!;

    /// <summary>Shows the token: older ones are refused from then on, and what is bound to them has ended.</summary>
    public Task FenceAsync(long token, CancellationToken cancel = default) =>
        SendAsync(new FenceRequest(token), token, Limit + EndingGrace, cancel);

    /// <summary>Binds a process that is held back to the token: it is ended before a newer one is taken in.</summary>
    public Task BindAsync(long token, int pid, CancellationToken cancel = default) =>
        SendAsync(new BindRequest(token, pid), token, Limit + EndingGrace, cancel);

    /// <summary>Ends the supervisor; its processes too, or they are left for the next supervisor to adopt.</summary>
    public Task ShutdownAsync(long token, bool stopProcesses, CancellationToken cancel = default) =>
        SendAsync(new ShutdownRequest(token, stopProcesses), token, Limit + ReplacementGrace, cancel);

    /// <summary>
    /// Ends the supervisor and its processes where <paramref name="isMeant"/>, which is asked once it has answered, says
    /// so. It ends on the connection on which it answered: one that has come in its place since is not touched.
    /// </summary>
    /// <returns>What it looked after; null: it was not meant, and goes on.</returns>
    public async Task<SupervisorStatus?> ShutdownIfAsync(Func<bool> isMeant, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        using var timeout = new CancellationTokenSource(Limit + ReplacementGrace + EndingGrace, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        return await ConnectedAsync(
            async connection =>
            {
                var status = (await connection.AskAsync(new ListRequest(), either.Token)).Status!;
                if (!isMeant())
                    return null;
                // Newer than all: what deployers have started under older ones ends too.
                var token = status.Token + 1;
                Require(
                    await connection.AskAsync(new ShutdownRequest(token, StopProcesses: true), either.Token),
                    token
                );
                return status;
            },
            either.Token,
            cancel
        );
    }

    async Task<SupervisorResponse> SendAsync(
        SupervisorRequest request,
        long token,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        return await ConnectedAsync(
            async connection => Require(await connection.AskAsync(request, either.Token), token),
            either.Token,
            cancel
        );
    }

    static SupervisorResponse Require(SupervisorResponse response, long token) =>
        response.Outcome switch
        {
            SupervisorOutcome.Ok => response,
            SupervisorOutcome.StaleToken => throw new StaleTokenException(token, response.Current ?? 0),
            _ => throw new SupervisorRefusedException(response.Error ?? "The supervisor refused without a reason."),
        };

    async Task<T> ConnectedAsync<T>(
        Func<Connection, Task<T>> talk,
        CancellationToken limited,
        CancellationToken callers
    )
    {
        try
        {
            using var wire = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await wire.ConnectAsync(new UnixDomainSocketEndPoint(Socket), limited);
            await using var stream = new NetworkStream(wire);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return await talk(new Connection(stream, reader));
        }
        catch (Exception failure)
            when (failure is SocketException or IOException
                || (failure is OperationCanceledException && !callers.IsCancellationRequested)
            )
        {
            throw new SupervisorUnavailableException($"The supervisor does not answer on {Socket}.", failure);
        }
        catch (JsonException unreadable)
        {
            throw new SupervisorRefusedException(
                $"The supervisor on {Socket} answered something unknown ({unreadable.Message}): is it of another version?"
            );
        }
    }

    sealed class Connection(NetworkStream stream, StreamReader reader)
    {
        public async Task<SupervisorResponse> AskAsync(SupervisorRequest request, CancellationToken cancel)
        {
            var line = JsonSerializer.Serialize(request, SupervisorJson.Default.SupervisorRequest) + "\n";
            await stream.WriteAsync(Encoding.UTF8.GetBytes(line), cancel);
            var answer =
                await reader.ReadLineAsync(cancel) ?? throw new IOException("It hung up instead of answering.");
            return JsonSerializer.Deserialize(answer, SupervisorJson.Default.SupervisorResponse)!;
        }
    }
}
