namespace TinyGallery.Api.Photos;

/// <summary>
/// A seekable, read-only stream over pieces of equal size (the last may be shorter) that are fetched when they are
/// needed: one at a time is in memory.
/// </summary>
/// <param name="length">Bytes in all.</param>
/// <param name="chunkSize">Bytes in each piece but the last.</param>
/// <param name="fetch">Answers the piece of a number, counted from 0.</param>
sealed class ChunkedStream(long length, int chunkSize, Func<long, CancellationToken, Task<byte[]>> fetch) : Stream
{
    long _position;
    long _number = -1;
    byte[] _chunk = [];

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
            return 0;
        var number = _position / chunkSize;
        if (number != _number)
        {
            _chunk = await fetch(number, cancellationToken);
            _number = number;
        }

        var rest = _chunk.AsMemory((int)(_position % chunkSize));
        var count = Math.Min(rest.Length, buffer.Length);
        if (count == 0)
            throw new EndOfStreamException($"Piece {number} is shorter than it must be.");
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Pieces come from a database: read asynchronously.");

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
