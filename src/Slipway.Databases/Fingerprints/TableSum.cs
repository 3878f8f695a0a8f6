using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Slipway.Delivery.Databases;

namespace Slipway.Databases.Fingerprints;

/// <summary>
/// The fingerprint of one table, row by row in whatever order they come: the sum of the rows' SHA-256, as 256-bit numbers
/// modulo 2^256. (Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing", 1997, call it AdHash. It finds
/// every accident; it is not meant to withstand somebody who chooses the rows.) A sum, and no exclusive or: two equal rows
/// must not cancel out.
/// </summary>
sealed class TableSum(string table, string columns)
{
    const int Words = 4;

    readonly ulong[] _sum = new ulong[Words];
    long _rows;

    /// <param name="hash">The row's SHA-256.</param>
    public void Add(ReadOnlySpan<byte> hash)
    {
        UInt128 carry = 0;
        for (var word = 0; word < Words; word++)
        {
            carry += (UInt128)_sum[word] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(word * sizeof(ulong))..]);
            _sum[word] = (ulong)carry;
            carry >>= 64;
        }

        _rows++;
    }

    public TableFingerprint Result()
    {
        var bytes = new byte[Words * sizeof(ulong)];
        for (var word = 0; word < Words; word++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(word * sizeof(ulong)), _sum[word]);
        var whole = SHA256.HashData([.. Encoding.UTF8.GetBytes(columns), 0, .. bytes]);
        return new TableFingerprint(table, _rows, Convert.ToHexStringLower(whole));
    }
}
