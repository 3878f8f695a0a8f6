using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Slipway.Gateway.Sockets;

namespace Slipway.Gateway.Tests.Sockets;

public sealed class DeferredWriterTests
{
    readonly Pipe _pipe = new(
        new PipeOptions(
            readerScheduler: PipeScheduler.Inline,
            writerScheduler: PipeScheduler.Inline,
            pauseWriterThreshold: 32,
            resumeWriterThreshold: 16,
            useSynchronizationContext: false
        )
    );

    readonly DeferredWriter _writer;

    public DeferredWriterTests() => _writer = new DeferredWriter(_pipe.Writer);

    [Fact]
    public void A_flush_reaches_the_reader_at_the_end_of_the_turn()
    {
        using var turn = new Turn();

        Write("HTTP/1.1 200 OK");
        Read().Should().BeEmpty();
        turn.End();

        Read().Should().Be("HTTP/1.1 200 OK");
    }

    [Fact]
    public void The_flushes_of_one_turn_are_one()
    {
        using var turn = new Turn();

        Write("5\r\nhello\r\n");
        Write("0\r\n\r\n");
        turn.End();

        Read().Should().Be("5\r\nhello\r\n0\r\n\r\n");
        turn.Wakes.Should().Be(1);
    }

    [Fact]
    public void On_other_threads_it_reaches_the_reader_at_once_with_what_was_put_off()
    {
        using var turn = new Turn();

        Write("first ");
        Turn.Elsewhere(() => Write("second"));
        Read().Should().Be("first second");
        turn.End();

        Read().Should().BeEmpty();
    }

    [Fact]
    public void A_write_that_is_under_way_is_not_flushed_and_takes_along_what_was_put_off()
    {
        using var turn = new Turn();
        Write("first ");

        Turn.Elsewhere(() =>
        {
            var memory = _writer.GetMemory(6);
            turn.End();
            Read().Should().BeEmpty();
            Encoding.ASCII.GetBytes("second", memory.Span);
            _writer.Advance(6);
            Finish(_writer.FlushAsync());
        });

        Read().Should().Be("first second");
    }

    [Fact]
    public void Many_bytes_are_not_put_off()
    {
        using var turn = new Turn();
        var many = new string('x', SendBurst.LargestDeferred + 1);

        _writer.Write(Encoding.ASCII.GetBytes(many));
        var flushing = _writer.FlushAsync();

        Read().Should().Be(many);
        flushing.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task While_the_pipe_is_full_a_flush_waits_for_the_reader()
    {
        Task<FlushResult> waiting;
        using (var turn = new Turn())
        {
            Write(new string('x', 40));
            turn.End();
            _writer.Write("more"u8);
            waiting = _writer.FlushAsync().AsTask();
            waiting.IsCompleted.Should().BeFalse();
        }

        Read().Should().Be(new string('x', 40));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
        Read().Should().Be("more");
    }

    [Fact]
    public void A_reader_that_is_gone_is_told_with_the_next_flush()
    {
        using var turn = new Turn();
        _pipe.Reader.Complete();

        Write("to nobody").IsCompleted.Should().BeFalse();
        turn.End();

        Write("again").IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void What_was_put_off_reaches_the_reader_of_a_completed_pipe()
    {
        using var turn = new Turn();

        Write("bye");
        _writer.Complete();
        turn.End();

        Read().Should().Be("bye");
    }

    FlushResult Write(string text)
    {
        _writer.Write(Encoding.ASCII.GetBytes(text));
        return Finish(_writer.FlushAsync());
    }

    static FlushResult Finish(ValueTask<FlushResult> flushing)
    {
        flushing.IsCompleted.Should().BeTrue();
        return flushing.Result;
    }

    string Read()
    {
        if (!_pipe.Reader.TryRead(out var result))
            return "";
        var text = Encoding.ASCII.GetString(result.Buffer.ToArray());
        _pipe.Reader.AdvanceTo(result.Buffer.End);
        return text;
    }
}
