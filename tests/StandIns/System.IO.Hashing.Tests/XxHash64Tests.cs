using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace System.IO.Hashing.Tests;

public class XxHash64Tests
{
    const long Prime32 = 2654435761;

    // xxHash's own sanity vectors: tests/sanity_test_vectors.h, over the buffer that its sanity test generates.
    [Theory]
    [InlineData(0, 0, 0xEF46DB3751D8E999)]
    [InlineData(0, Prime32, 0xAC75FDA2929B17EF)]
    [InlineData(1, 0, 0xE934A84ADB052768)]
    [InlineData(1, Prime32, 0x5014607643A9B4C3)]
    [InlineData(4, 0, 0x9136A0DCA57457EE)]
    [InlineData(14, 0, 0x8282DCC4994E35C8)]
    [InlineData(14, Prime32, 0xC3BD6BF63DEB6DF0)]
    [InlineData(222, 0, 0xB641AE8CB691C174)]
    [InlineData(222, Prime32, 0x20CB8AB7AE10C14A)]
    public void The_published_vectors_hold(int length, long seed, ulong expected) =>
        XxHash64.HashToUInt64(SanityBuffer(length), seed).Should().Be(expected);

    [Theory]
    [InlineData("ABC", 0xE66AE7354FCFEE98)]
    [InlineData("xxhash", 0x32DD38952C4BC720)]
    [InlineData("foo", 0x33BF00A859C4BA3F)]
    public void Known_texts_have_their_known_hashes(string text, ulong expected) =>
        XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text)).Should().Be(expected);

    [Fact]
    public void The_bytes_of_a_hash_are_big_endian() =>
        Convert.ToHexString(XxHash64.Hash(Array.Empty<byte>())).Should().Be("EF46DB3751D8E999");

    [Fact]
    public void Every_one_shot_form_answers_the_same()
    {
        var source = SanityBuffer(101);
        var expected = XxHash64.HashToUInt64(source, 7);
        var written = new byte[8];

        XxHash64.Hash(source.AsSpan(), written, 7).Should().Be(8);
        XxHash64.TryHash(source, new byte[9], out var bytes, 7).Should().BeTrue();

        bytes.Should().Be(8);
        foreach (var hash in new[] { written, XxHash64.Hash(source, 7), XxHash64.Hash(source.AsSpan(), 7) })
            BinaryPrimitives.ReadUInt64BigEndian(hash).Should().Be(expected);
        XxHash64.Hash(source).Should().Equal(XxHash64.Hash(source, 0));
    }

    [Fact]
    public void Appending_in_pieces_answers_what_one_piece_does() =>
        Prop.ForAll<byte[][], long>(
                (pieces, seed) =>
                {
                    var hash = new XxHash64(seed);
                    foreach (var piece in pieces)
                        hash.Append(piece);
                    return hash.GetCurrentHashAsUInt64()
                        == XxHash64.HashToUInt64(pieces.SelectMany(piece => piece).ToArray(), seed);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_split_of_a_few_stripes_answers_the_same()
    {
        var source = SanityBuffer(100);
        var expected = XxHash64.HashToUInt64(source);

        for (var split = 0; split <= source.Length; split++)
        {
            var hash = new XxHash64();
            hash.Append(source.AsSpan(0, split));
            hash.Append(source.AsSpan(split));
            hash.GetCurrentHashAsUInt64().Should().Be(expected, "the split is at {0}", split);
        }
    }

    [Fact]
    public async Task Streams_are_hashed_to_their_end()
    {
        var source = SanityBuffer(10_000);
        var hash = new XxHash64();
        hash.Append(new MemoryStream(source));
        var first = hash.GetHashAndReset();
        await hash.AppendAsync(new MemoryStream(source));

        first.Should().Equal(XxHash64.Hash(source));
        hash.GetCurrentHash().Should().Equal(first);
    }

    [Fact]
    public void Reading_the_hash_does_not_disturb_it()
    {
        var hash = new XxHash64();
        hash.Append(SanityBuffer(40));
        var before = hash.GetCurrentHash();
        hash.GetCurrentHash().Should().Equal(before);
        hash.Append([1, 2, 3]);
        hash.GetCurrentHash().Should().Equal(XxHash64.Hash([.. SanityBuffer(40), 1, 2, 3]));
    }

    [Fact]
    public void Reset_starts_again()
    {
        var hash = new XxHash64(5);
        hash.Append(SanityBuffer(40));
        var destination = new byte[8];
        hash.GetHashAndReset(destination).Should().Be(8);
        destination.Should().Equal(XxHash64.Hash(SanityBuffer(40), 5));
        hash.TryGetHashAndReset(destination, out _).Should().BeTrue();
        destination.Should().Equal(XxHash64.Hash(Array.Empty<byte>(), 5));
    }

    [Fact]
    public void A_short_destination_is_refused()
    {
        var hash = new XxHash64();
        var tooShort = new byte[7];

        hash.HashLengthInBytes.Should().Be(8);
        hash.TryGetCurrentHash(tooShort, out var written).Should().BeFalse();
        written.Should().Be(0);
        hash.TryGetHashAndReset(tooShort, out _).Should().BeFalse();
        XxHash64.TryHash([], tooShort, out _).Should().BeFalse();
        hash.Invoking(_ => hash.GetCurrentHash(tooShort)).Should().Throw<ArgumentException>();
        hash.Invoking(_ => hash.GetHashAndReset(tooShort)).Should().Throw<ArgumentException>();
        hash.Invoking(_ => XxHash64.Hash([], tooShort, 0)).Should().Throw<ArgumentException>();
        hash.Invoking(_ => XxHash64.Hash(null!)).Should().Throw<ArgumentNullException>();
    }

    static byte[] SanityBuffer(int length)
    {
        var buffer = new byte[length];
        ulong generator = Prime32;
        for (var i = 0; i < length; i++)
        {
            buffer[i] = (byte)(generator >> 56);
            generator = unchecked(generator * 11400714785074694797);
        }

        return buffer;
    }
}
