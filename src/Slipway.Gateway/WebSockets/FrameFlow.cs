namespace Slipway.Gateway.WebSockets;

/// <summary>
/// One direction of a WebSocket. Frames pass as they are until the gateway closes it: then the frame under way is
/// finished, a close frame is due, and nothing follows it.
/// </summary>
sealed class FrameFlow
{
    readonly FrameScanner _scanner = new();
    bool _cut;
    bool _closed;

    /// <summary>Whether its sender has closed it, be it before or after the gateway did.</summary>
    public bool SenderClosed => _scanner.SawClose;

    /// <summary>Answers how many of the bytes, from the first, are to be passed on; the rest is dropped.</summary>
    public int Pass(ReadOnlySpan<byte> bytes, bool closing)
    {
        var (seen, passed) = (0, 0);
        while (seen < bytes.Length)
        {
            _cut |= _closed || (closing && _scanner.BetweenFrames);
            seen += _scanner.Advance(bytes[seen..]);
            if (_cut)
                continue;
            passed = seen;
            _closed = _scanner.SawClose;
        }

        return passed;
    }

    /// <summary>True when the gateway's close frame is to be sent now; once, since the caller sends it.</summary>
    public bool TakeClose(bool closing)
    {
        if (!closing || _closed || !(_cut || _scanner.BetweenFrames))
            return false;
        _cut = _closed = true;
        return true;
    }
}
