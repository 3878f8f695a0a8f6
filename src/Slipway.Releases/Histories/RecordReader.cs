namespace Slipway.Releases;

/// <summary>Reads records that each end with a NUL. One buffer is used for all, and grows for the longest.</summary>
sealed class RecordReader(Stream stream)
{
    byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;
    int _length;

    /// <summary>The record, without its end; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start - _length - 1, _length);

    /// <summary>Goes to the next record that is read already.</summary>
    public bool TryNext()
    {
        _length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)0);
        if (_length < 0)
            return false;
        _start += _length + 1;
        return true;
    }

    /// <returns>False: there is no more. What comes after the last NUL is no record: its writer broke off.</returns>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (!TryNext())
        {
            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
                return false;
            _end += read;
        }

        return true;
    }

    void MakeRoom()
    {
        var begun = _end - _start;
        if (begun > _buffer.Length / 2)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        _buffer.AsSpan(_start, begun).CopyTo(_buffer);
        (_start, _end) = (0, begun);
    }
}
