using System.Net;
using System.Net.Sockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipway.Gateway.Sockets;

namespace Slipway.Gateway.Tests.Sockets;

public sealed class DeferredStreamTests : IDisposable
{
    readonly Socket _peer;
    readonly Socket _own;
    readonly DeferredStream _stream;

    public DeferredStreamTests()
    {
        (_own, _peer) = Connect();
        _stream = new DeferredStream(_own);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _peer.Dispose();
    }

    [Fact]
    public void A_small_write_leaves_at_the_end_of_the_turn()
    {
        using var turn = new Turn();

        Write(_stream, "GET / ");
        Write(_stream, "HTTP/1.1");
        _peer.Poll(TimeSpan.FromMilliseconds(50), SelectMode.SelectRead).Should().BeFalse();
        turn.End();

        Received().Should().Be("GET / HTTP/1.1");
        turn.Wakes.Should().Be(1);
    }

    [Fact]
    public void On_other_threads_it_leaves_at_once()
    {
        Write(_stream, "at once");

        Received().Should().Be("at once");
    }

    [Fact]
    public void A_write_on_another_thread_comes_after_what_is_kept()
    {
        using var turn = new Turn();

        Write(_stream, "first ");
        Turn.Elsewhere(() => Write(_stream, "second"));
        Received().Should().Be("first second");
        turn.End();

        _peer.Poll(TimeSpan.FromMilliseconds(50), SelectMode.SelectRead).Should().BeFalse("nothing leaves twice");
    }

    [Fact]
    public void A_large_write_comes_after_what_is_kept()
    {
        using var turn = new Turn();
        var large = new string('x', SendBurst.LargestDeferred);

        Write(_stream, "first ");
        Write(_stream, large);

        Received(6 + large.Length).Should().Be("first " + large);
    }

    [Fact]
    public async Task While_the_peer_does_not_read_a_write_waits_for_what_was_kept()
    {
        var filled = FillUp();
        Task writing;
        using (var turn = new Turn())
        {
            Write(_stream, "first ");
            turn.End();
            writing = _stream.WriteAsync("second"u8.ToArray()).AsTask();
        }

        writing.IsCompleted.Should().BeFalse();
        Received(filled + 12).Should().EndWith("first second");
        await writing.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void What_is_kept_leaves_before_the_connection_is_closed()
    {
        using var turn = new Turn();

        Write(_stream, "bye");
        _stream.Dispose();
        turn.End();

        Received().Should().Be("bye");
    }

    [Fact]
    public async Task What_cannot_be_sent_closes_the_connection_which_its_reader_sees()
    {
        var reading = _stream.ReadAsync(new byte[16]).AsTask();
        _own.Shutdown(SocketShutdown.Send);
        using (var turn = new Turn())
        {
            Write(_stream, "into the void");
            turn.End();
        }

        (await EndOf(reading)).Should().Be(0);
    }

    /// <summary>What was read; 0 too where the connection was closed beneath the read.</summary>
    static async Task<int> EndOf(Task<int> reading)
    {
        try
        {
            return await reading.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Whatever is written where, in turns that end at any time, while the peer now and then does not read.</summary>
    [Fact]
    public void The_peer_gets_every_byte_in_order()
    {
        var step = Gen.Frequency(
            (6, Gen.Choose(1, 3000).Select(size => new Step(StepKind.Write, size))),
            (2, Gen.Choose(4000, 120_000).Select(size => new Step(StepKind.Write, size))),
            (2, Gen.Choose(1, 3000).Select(size => new Step(StepKind.WriteElsewhere, size))),
            (4, Gen.Constant(new Step(StepKind.EndTurn, 0))),
            (3, Gen.Constant(new Step(StepKind.Read, 0)))
        );
        Prop.ForAll(step.ListOf().ToArbitrary(), steps => Arrives(steps)).QuickCheckThrowOnFailure();
    }

    static void Arrives(IList<Step> steps)
    {
        var (own, peer) = Connect(bufferSize: 16 * 1024);
        using var _ = peer;
        using var stream = new DeferredStream(own);
        using var turn = new Turn();
        var (sent, received) = (new List<byte>(), new List<byte>());
        foreach (var (kind, size) in steps)
        {
            var bytes = Enumerable.Range(sent.Count, size).Select(value => (byte)(value * 7)).ToArray();
            switch (kind)
            {
                case StepKind.Write:
                    Finish(stream.WriteAsync(bytes).AsTask());
                    break;
                case StepKind.WriteElsewhere:
                    Turn.Elsewhere(() => Finish(stream.WriteAsync(bytes).AsTask()));
                    break;
                case StepKind.EndTurn:
                    turn.End();
                    break;
                default:
                    Read();
                    break;
            }

            sent.AddRange(bytes);
        }

        turn.End();
        while (received.Count < sent.Count)
            Read();
        received.SequenceEqual(sent).Should().BeTrue();

        void Read()
        {
            var buffer = new byte[64 * 1024];
            if (peer.Poll(TimeSpan.FromMilliseconds(received.Count < sent.Count ? 1 : 0), SelectMode.SelectRead))
                received.AddRange(buffer[..peer.Receive(buffer)]);
        }

        // A write waits while the peer does not read.
        void Finish(Task writing)
        {
            while (!writing.IsCompleted)
                Read();
            writing.GetAwaiter().GetResult();
        }
    }

    /// <summary>Until the kernel takes no more.</summary>
    int FillUp()
    {
        var (block, filled) = (new byte[1024], 0);
        _own.Blocking = false;
        // What is still on its way to the peer makes room once more.
        for (var full = 0; full < 3; full++, _peer.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectError))
        {
            while (_own.Send(block, 0, block.Length, SocketFlags.None, out var error) is var sent)
            {
                if (error != SocketError.Success)
                    break;
                filled += sent;
            }
        }

        _own.Blocking = true;
        return filled;
    }

    static void Write(DeferredStream stream, string text) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask().GetAwaiter().GetResult();

    string Received(int length = 1)
    {
        var buffer = new byte[Math.Max(length, 64 * 1024)];
        var count = 0;
        _peer.ReceiveTimeout = 30_000;
        do count += _peer.Receive(buffer, count, buffer.Length - count, SocketFlags.None);
        while (count < length);
        return Encoding.ASCII.GetString(buffer, 0, count);
    }

    static (Socket Own, Socket Peer) Connect(int? bufferSize = null)
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var own = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (bufferSize is { } size)
            own.SendBufferSize = listener.ReceiveBufferSize = size;
        own.Connect(listener.LocalEndPoint!);
        return (own, listener.Accept());
    }

    enum StepKind
    {
        Write,
        WriteElsewhere,
        EndTurn,
        Read,
    }

    sealed record Step(StepKind Kind, int Size);
}
