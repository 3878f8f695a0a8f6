using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace System.IO.Hashing;

/// <summary>The four accumulators of xxHash64 and its arithmetic; constants and steps are the specification's.</summary>
[StructLayout(LayoutKind.Auto)]
struct XxHash64Lanes(ulong seed)
{
    public const int StripeSize = 32;

    const ulong Prime1 = 0x9E3779B185EBCA87;
    const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    const ulong Prime3 = 0x165667B19E3779F9;
    const ulong Prime4 = 0x85EBCA77C2B2AE63;
    const ulong Prime5 = 0x27D4EB2F165667C5;

    readonly ulong _seed = seed;
    ulong _a = unchecked(seed + Prime1 + Prime2);
    ulong _b = unchecked(seed + Prime2);
    ulong _c = seed;
    ulong _d = unchecked(seed - Prime1);

    /// <summary>Takes in every whole stripe and answers the rest, shorter than a stripe.</summary>
    public ReadOnlySpan<byte> AddStripes(ReadOnlySpan<byte> source)
    {
        while (source.Length >= StripeSize)
        {
            _a = Round(_a, BinaryPrimitives.ReadUInt64LittleEndian(source));
            _b = Round(_b, BinaryPrimitives.ReadUInt64LittleEndian(source[8..]));
            _c = Round(_c, BinaryPrimitives.ReadUInt64LittleEndian(source[16..]));
            _d = Round(_d, BinaryPrimitives.ReadUInt64LittleEndian(source[24..]));
            source = source[StripeSize..];
        }

        return source;
    }

    /// <param name="rest">What follows the last whole stripe.</param>
    /// <param name="length">Everything hashed, in bytes.</param>
    public readonly ulong Finish(ReadOnlySpan<byte> rest, ulong length)
    {
        unchecked
        {
            var hash = (length < StripeSize ? _seed + Prime5 : Converge()) + length;

            for (; rest.Length >= 8; rest = rest[8..])
            {
                hash ^= Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest));
                hash = BitOperations.RotateLeft(hash, 27) * Prime1 + Prime4;
            }

            if (rest.Length >= 4)
            {
                hash ^= BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1;
                hash = BitOperations.RotateLeft(hash, 23) * Prime2 + Prime3;
                rest = rest[4..];
            }

            foreach (var single in rest)
            {
                hash ^= single * Prime5;
                hash = BitOperations.RotateLeft(hash, 11) * Prime1;
            }

            return Avalanche(hash);
        }
    }

    readonly ulong Converge()
    {
        unchecked
        {
            var hash =
                BitOperations.RotateLeft(_a, 1)
                + BitOperations.RotateLeft(_b, 7)
                + BitOperations.RotateLeft(_c, 12)
                + BitOperations.RotateLeft(_d, 18);
            hash = Merge(hash, _a);
            hash = Merge(hash, _b);
            hash = Merge(hash, _c);
            return Merge(hash, _d);
        }
    }

    static ulong Merge(ulong hash, ulong lane) => unchecked((hash ^ Round(0, lane)) * Prime1 + Prime4);

    static ulong Round(ulong lane, ulong input) =>
        unchecked(BitOperations.RotateLeft(lane + input * Prime2, 31) * Prime1);

    static ulong Avalanche(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * Prime2;
            hash = (hash ^ (hash >> 29)) * Prime3;
            return hash ^ (hash >> 32);
        }
    }
}
