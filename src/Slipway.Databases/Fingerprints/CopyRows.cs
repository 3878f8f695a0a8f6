using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipway.Databases.Fingerprints;

/// <summary>
/// The rows of a COPY in binary format (https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"): a header,
/// then for each row the number of its fields and each field behind its length, and -1 at the end.
/// </summary>
static class CopyRows
{
    const int SignatureLength = 11;
    const int BufferSize = 64 * 1024;

    /// <summary>Adds each row's hash, over the lengths and the bytes of its fields.</summary>
    public static async Task AddAsync(Stream copy, TableSum sum, CancellationToken cancellation)
    {
        await using var stream = new BufferedStream(copy, BufferSize);
        var buffer = new byte[BufferSize];
        await stream.ReadExactlyAsync(buffer.AsMemory(0, SignatureLength + sizeof(int)), cancellation);
        var extension = await LengthAsync(stream, buffer, cancellation);
        await stream.ReadExactlyAsync(buffer.AsMemory(0, extension), cancellation);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (true)
        {
            await stream.ReadExactlyAsync(buffer.AsMemory(0, sizeof(short)), cancellation);
            var fields = BinaryPrimitives.ReadInt16BigEndian(buffer);
            if (fields < 0)
                return;
            for (var field = 0; field < fields; field++)
                await AddFieldAsync(stream, buffer, hash, cancellation);
            sum.Add(hash.GetHashAndReset());
        }
    }

    static async Task AddFieldAsync(Stream stream, byte[] buffer, IncrementalHash hash, CancellationToken cancellation)
    {
        var left = await LengthAsync(stream, buffer, cancellation);
        hash.AppendData(buffer.AsSpan(0, sizeof(int)));
        // -1: NULL.
        while (left > 0)
        {
            var part = Math.Min(left, buffer.Length);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, part), cancellation);
            hash.AppendData(buffer.AsSpan(0, part));
            left -= part;
        }
    }

    static async Task<int> LengthAsync(Stream stream, byte[] buffer, CancellationToken cancellation)
    {
        await stream.ReadExactlyAsync(buffer.AsMemory(0, sizeof(int)), cancellation);
        return BinaryPrimitives.ReadInt32BigEndian(buffer);
    }
}
