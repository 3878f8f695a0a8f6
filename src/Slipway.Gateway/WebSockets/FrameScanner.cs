namespace Slipway.Gateway.WebSockets;

/// <summary>
/// Follows a stream of WebSocket frames, in whatever pieces it comes, and knows where one ends: header and payload length
/// as in RFC 6455, section 5.2. The payload itself is of no interest.
/// </summary>
sealed class FrameScanner
{
    const int ShortestHeader = 2;
    const int MaskingKey = 4;
    const byte Close = 0x8;

    int _headerRead;
    int _headerLength = ShortestHeader;
    int _lengthEnd = ShortestHeader;
    byte _opcode;
    ulong _payload;

    /// <summary>True before the first byte of a frame.</summary>
    public bool BetweenFrames => _headerRead == 0;

    /// <summary>Whether a close frame has passed whole: the last one that its sender sends.</summary>
    public bool SawClose { get; private set; }

    /// <summary>Goes on to the end of the frame, or of the bytes when that comes first; answers how many bytes that were.</summary>
    public int Advance(ReadOnlySpan<byte> bytes)
    {
        var used = 0;
        while (used < bytes.Length)
        {
            if (_headerRead < _headerLength)
            {
                ReadHeader(bytes[used++]);
            }
            else
            {
                var part = (int)Math.Min(_payload, (ulong)(bytes.Length - used));
                _payload -= (ulong)part;
                used += part;
            }

            if (_headerRead == _headerLength && _payload == 0)
            {
                EndFrame();
                return used;
            }
        }

        return used;
    }

    void ReadHeader(byte value)
    {
        if (_headerRead == 0)
        {
            _opcode = (byte)(value & 0xF);
        }
        else if (_headerRead == 1)
        {
            var code = value & 0x7F;
            _lengthEnd =
                ShortestHeader
                + (
                    code == 127 ? sizeof(ulong)
                    : code == 126 ? sizeof(ushort)
                    : 0
                );
            _headerLength = _lengthEnd + ((value & 0x80) == 0 ? 0 : MaskingKey);
            _payload = code < 126 ? (ulong)code : 0;
        }
        else if (_headerRead < _lengthEnd)
        {
            _payload = (_payload << 8) | value;
        }

        _headerRead++;
    }

    void EndFrame()
    {
        SawClose |= _opcode == Close;
        _headerRead = 0;
        _headerLength = _lengthEnd = ShortestHeader;
    }
}
