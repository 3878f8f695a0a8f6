using FsCheck;
using FsCheck.Fluent;
using TinyGallery.Api.Photos;

namespace TinyGallery.UnitTests.Photos;

public sealed class ChunkedStreamTests
{
    [Fact]
    public void Reading_from_any_place_gives_what_the_whole_has_there()
    {
        var cases =
            from length in Gen.Choose(0, 100)
            from chunkSize in Gen.Choose(1, 40)
            from start in Gen.Choose(0, 110)
            from count in Gen.Choose(1, 60)
            select (length, chunkSize, start, count);
        Prop.ForAll(
                cases.ToArbitrary(),
                what =>
                {
                    var whole = Enumerable.Range(0, what.length).Select(i => (byte)i).ToArray();
                    using var stream = Of(whole, what.chunkSize);
                    stream.Seek(what.start, SeekOrigin.Begin);
                    var read = ReadUpTo(stream, what.count);
                    return read.SequenceEqual(whole.Skip(what.start).Take(what.count));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_piece_is_fetched_once_while_it_is_read_and_only_when_it_is_needed()
    {
        var fetched = new List<long>();
        await using var stream = new ChunkedStream(
            30,
            10,
            (number, _) =>
            {
                fetched.Add(number);
                return Task.FromResult(new byte[10]);
            }
        );

        stream.Seek(-15, SeekOrigin.End);
        await stream.CopyToAsync(Stream.Null, bufferSize: 3);

        fetched.Should().Equal(1, 2);
    }

    [Fact]
    public async Task A_piece_that_is_too_short_is_an_error_and_not_an_end()
    {
        await using var stream = new ChunkedStream(30, 10, (_, _) => Task.FromResult(new byte[4]));

        var reading = () => stream.CopyToAsync(Stream.Null);

        await reading.Should().ThrowAsync<EndOfStreamException>();
    }

    [Fact]
    public void It_seeks_as_streams_do()
    {
        using var stream = Of(new byte[20], 10);
        stream.Seek(5, SeekOrigin.Begin).Should().Be(5);
        stream.Seek(5, SeekOrigin.Current).Should().Be(10);
        stream.Seek(-1, SeekOrigin.End).Should().Be(19);
        stream.Length.Should().Be(20);
        FluentActions.Invoking(() => stream.Position = -1).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void It_cannot_be_written()
    {
        using var stream = Of(new byte[20], 10);
        stream.CanWrite.Should().BeFalse();
        FluentActions.Invoking(() => stream.Write([1])).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => stream.SetLength(1)).Should().Throw<NotSupportedException>();
    }

    static ChunkedStream Of(byte[] whole, int chunkSize) =>
        new(
            whole.Length,
            chunkSize,
            (number, _) => Task.FromResult(whole.Skip((int)number * chunkSize).Take(chunkSize).ToArray())
        );

    static byte[] ReadUpTo(ChunkedStream stream, int count)
    {
        var buffer = new byte[count];
        // Completed at once: the pieces are in memory.
        var read = stream.ReadAtLeastAsync(buffer, count, throwOnEndOfStream: false).AsTask().GetAwaiter().GetResult();
        return buffer[..read];
    }
}
