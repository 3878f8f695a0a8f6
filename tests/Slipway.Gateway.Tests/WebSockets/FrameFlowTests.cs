using Slipway.Gateway.WebSockets;

namespace Slipway.Gateway.Tests.WebSockets;

public sealed class FrameFlowTests
{
    static readonly byte[] Data = Frames.Frame(Frames.Binary, length: 300, masked: false);
    static readonly byte[] Close = Frames.Frame(Frames.Close, length: 2, masked: false);

    readonly FrameFlow _flow = new();

    [Fact]
    public void Everything_passes_until_it_is_closed()
    {
        _flow.Pass([.. Data, .. Data], closing: false).Should().Be(2 * Data.Length);
        _flow.TakeClose(closing: false).Should().BeFalse();
    }

    [Fact]
    public void Between_frames_a_close_is_due_at_once_and_once()
    {
        _flow.Pass(Data, closing: false);

        _flow.TakeClose(closing: true).Should().BeTrue();
        _flow.TakeClose(closing: true).Should().BeFalse();
    }

    [Fact]
    public void The_frame_under_way_is_finished_first_and_what_follows_is_dropped()
    {
        _flow.Pass(Data.AsSpan(..100), closing: false);
        _flow.TakeClose(closing: true).Should().BeFalse("a frame is under way");

        _flow.Pass(Data.AsSpan(100..200), closing: true).Should().Be(100);
        _flow.TakeClose(closing: true).Should().BeFalse();
        _flow.Pass([.. Data.AsSpan(200..), .. Data], closing: true).Should().Be(Data.Length - 200);

        _flow.TakeClose(closing: true).Should().BeTrue();
        _flow.Pass(Data, closing: true).Should().Be(0);
    }

    [Fact]
    public void A_close_is_due_although_what_was_dropped_ends_within_a_frame()
    {
        _flow.Pass(Data.AsSpan(..100), closing: false);
        _flow.Pass([.. Data.AsSpan(100..), .. Data.AsSpan(..50)], closing: true);

        _flow.TakeClose(closing: true).Should().BeTrue();
    }

    [Fact]
    public void Whoever_has_closed_already_is_not_followed_by_another_close()
    {
        _flow.Pass([.. Data, .. Close], closing: false).Should().Be(Data.Length + Close.Length);

        _flow.TakeClose(closing: true).Should().BeFalse();
        _flow.Pass(Data, closing: false).Should().Be(0, "nothing may follow a close frame");
    }

    [Fact]
    public void An_answer_to_the_gateways_close_is_seen_and_dropped()
    {
        _flow.TakeClose(closing: true);

        _flow.Pass([.. Data, .. Close], closing: true).Should().Be(0);

        _flow.SenderClosed.Should().BeTrue();
    }
}
