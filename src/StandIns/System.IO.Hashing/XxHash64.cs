using System.Buffers.Binary;

namespace System.IO.Hashing;

/// <summary>
/// xxHash, 64 bits, after its specification (Cyan4973/xxHash, doc/xxhash_spec.md). The hash's bytes are big-endian:
/// the specification's canonical form.
/// </summary>
public sealed class XxHash64 : NonCryptographicHashAlgorithm
{
    const int HashSize = sizeof(ulong);

    readonly ulong _seed;
    readonly byte[] _pending = new byte[XxHash64Lanes.StripeSize];
    XxHash64Lanes _lanes;
    int _pendingLength;
    ulong _length;

    public XxHash64()
        : this(0) { }

    public XxHash64(long seed)
        : base(HashSize)
    {
        _seed = unchecked((ulong)seed);
        Reset();
    }

    public override void Reset()
    {
        _lanes = new XxHash64Lanes(_seed);
        _pendingLength = 0;
        _length = 0;
    }

    public override void Append(ReadOnlySpan<byte> source)
    {
        _length += (ulong)source.Length;
        if (_pendingLength > 0)
        {
            var taken = Math.Min(source.Length, _pending.Length - _pendingLength);
            source[..taken].CopyTo(_pending.AsSpan(_pendingLength));
            _pendingLength += taken;
            source = source[taken..];
            if (_pendingLength < _pending.Length)
                return;
            _lanes.AddStripes(_pending);
        }

        var rest = _lanes.AddStripes(source);
        rest.CopyTo(_pending);
        _pendingLength = rest.Length;
    }

    public ulong GetCurrentHashAsUInt64() => _lanes.Finish(_pending.AsSpan(0, _pendingLength), _length);

    protected override void GetCurrentHashCore(Span<byte> destination) =>
        BinaryPrimitives.WriteUInt64BigEndian(destination, GetCurrentHashAsUInt64());

    public static ulong HashToUInt64(ReadOnlySpan<byte> source, long seed = 0)
    {
        var lanes = new XxHash64Lanes(unchecked((ulong)seed));
        var rest = lanes.AddStripes(source);
        return lanes.Finish(rest, (ulong)source.Length);
    }

    public static byte[] Hash(byte[] source) => Hash(source, 0);

    public static byte[] Hash(byte[] source, long seed)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Hash(new ReadOnlySpan<byte>(source), seed);
    }

    public static byte[] Hash(ReadOnlySpan<byte> source, long seed = 0)
    {
        var hash = new byte[HashSize];
        BinaryPrimitives.WriteUInt64BigEndian(hash, HashToUInt64(source, seed));
        return hash;
    }

    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int Hash(ReadOnlySpan<byte> source, Span<byte> destination, long seed = 0) =>
        TryHash(source, destination, out var written, seed)
            ? written
            : throw new ArgumentException("The destination is shorter than the hash.", nameof(destination));

    public static bool TryHash(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesWritten, long seed = 0)
    {
        if (!BinaryPrimitives.TryWriteUInt64BigEndian(destination, HashToUInt64(source, seed)))
        {
            bytesWritten = 0;
            return false;
        }

        bytesWritten = HashSize;
        return true;
    }
}
