using FsCheck;
using FsCheck.Fluent;
using Slipway.Gateway.WebSockets;

namespace Slipway.Gateway.Tests.WebSockets;

public sealed class FrameScannerTests
{
    static readonly int[] Lengths = [0, 1, 2, 125, 126, 127, 1000, 65535, 65536, 70000];

    static Gen<byte[]> AnyFrame =>
        from length in Gen.Elements(Lengths)
        from masked in Gen.Elements(true, false)
        from final in Gen.Elements(true, false)
        from opcode in Gen.Elements(Frames.Continuation, Frames.Binary, Frames.Ping)
        select Frames.Frame(opcode, length, masked, final);

    [Fact]
    public void It_stops_at_the_end_of_each_frame_whatever_the_pieces() =>
        Prop.ForAll(
                AnyFrame.NonEmptyListOf().ToArbitrary(),
                Gen.Choose(1, 80_000).ToArbitrary(),
                (frames, piece) =>
                {
                    byte[] stream = [.. frames.SelectMany(frame => frame)];
                    var ends = frames.Aggregate(
                        new List<int> { 0 },
                        (sums, frame) => [.. sums, sums[^1] + frame.Length]
                    );
                    return EndsSeen(stream, piece).SequenceEqual(ends.Skip(1));
                }
            )
            .QuickCheckThrowOnFailure();

    static List<int> EndsSeen(byte[] stream, int piece)
    {
        var scanner = new FrameScanner();
        var ends = new List<int>();
        for (var at = 0; at < stream.Length; )
        {
            var used = scanner.Advance(stream.AsSpan(at, Math.Min(piece, stream.Length - at)));
            used.Should().BePositive();
            at += used;
            if (scanner.BetweenFrames)
                ends.Add(at);
        }

        scanner.SawClose.Should().BeFalse();
        return ends;
    }

    [Fact]
    public void It_knows_a_close_frame_once_it_is_whole()
    {
        var scanner = new FrameScanner();
        var close = Frames.Frame(Frames.Close, length: 2, masked: true);

        scanner.Advance(close.AsSpan(..^1));
        scanner.SawClose.Should().BeFalse();
        scanner.Advance(close.AsSpan(^1..));

        scanner.SawClose.Should().BeTrue();
    }
}
