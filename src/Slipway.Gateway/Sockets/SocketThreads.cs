using System.Globalization;
using System.Net.Sockets;

namespace Slipway.Gateway.Sockets;

/// <summary>The threads of .NET that wait for sockets: how many, what runs on them, and a <see cref="SendBurst"/> for each.</summary>
sealed class SocketThreads : IDisposable
{
    readonly List<Socket> _sockets = [];

    /// <summary>
    /// Half of the processors: the instances beside it need the rest, and fewer threads find more to do in one turn.
    /// </summary>
    static int Count => Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>
    /// Before the first socket is made, when .NET reads this. Continuations run on the thread that saw the bytes arrive
    /// instead of waiting for another: a third less processor time a request. Nothing on a request's way may block, therefore.
    /// </summary>
    public static void Configure()
    {
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        Environment.SetEnvironmentVariable(
            "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT",
            Count.ToString(CultureInfo.InvariantCulture)
        );
    }

    /// <summary>
    /// Gives each socket thread a burst. Without <see cref="Configure"/>, and where .NET waits for sockets in another way,
    /// there are no such threads, and everything is sent at once.
    /// </summary>
    /// <param name="directory">For a socket that is removed at once; only this user may enter it.</param>
    public static async Task<SocketThreads> StartBurstsAsync(string directory)
    {
        var threads = new SocketThreads();
        // New sockets are dealt to the threads in turn.
        for (var thread = 0; thread < Count; thread++)
        {
            var (sender, receiver) = Pair(Path.Combine(directory, "w"));
            threads._sockets.AddRange([sender, receiver]);
            var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = ServeAsync(new SendBurst(() => sender.Send([1])), receiver, first);
            sender.Send([1]);
            await first.Task;
        }

        return threads;
    }

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    // Every turn of this loop is on the thread that the receiver was dealt to, for nothing else completes what it awaits.
    static async Task ServeAsync(SendBurst burst, Socket receiver, TaskCompletionSource first)
    {
        Memory<byte> buffer = new byte[16];
        try
        {
            await receiver.ReceiveAsync(buffer);
            var isSocketThread = !Thread.CurrentThread.IsThreadPoolThread;
            if (isSocketThread)
                SendBurst.OfThread ??= burst;
            first.SetResult();
            while (isSocketThread && await receiver.ReceiveAsync(buffer) > 0)
                burst.SendAll();
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            first.TrySetResult();
        }
    }

    static (Socket Sender, Socket Receiver) Pair(string path)
    {
        var address = new UnixDomainSocketEndPoint(path);
        File.Delete(path);
        using var listener = Create();
        listener.Bind(address);
        try
        {
            listener.Listen();
            var sender = Create();
            sender.Connect(address);
            return (sender, listener.Accept());
        }
        finally
        {
            File.Delete(path);
        }

        static Socket Create() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    }
}
