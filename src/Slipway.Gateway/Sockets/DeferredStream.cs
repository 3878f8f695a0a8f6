using System.Net.Sockets;

namespace Slipway.Gateway.Sockets;

/// <summary>
/// A connection to an instance whose small writes are part of their thread's <see cref="SendBurst"/>. That a write has ended
/// says no more than with any connection: the bytes are on their way. When they cannot be sent the connection is closed,
/// which whoever waits for the answer sees. One writer at a time, on whatever threads.
/// </summary>
sealed class DeferredStream(Socket socket) : NetworkStream(socket, ownsSocket: true), IDeferredSend
{
    readonly Lock _lock = new();
    readonly byte[] _kept = new byte[SendBurst.LargestDeferred];
    int _length;
    Task _sending = Task.CompletedTask;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Task sending;
        lock (_lock)
        {
            if (TryKeep(buffer.Span))
                return ValueTask.CompletedTask;
            SendKept();
            sending = _sending;
        }

        return sending.IsCompleted
            ? base.WriteAsync(buffer, cancellationToken)
            : WriteAfterAsync(sending, buffer, cancellationToken);
    }

    public void SendNow()
    {
        lock (_lock)
            SendKept();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            SendNow();
        base.Dispose(disposing);
    }

    bool TryKeep(ReadOnlySpan<byte> buffer)
    {
        // While something is being sent it is sent from the same bytes.
        if (SendBurst.OfThread is not { } burst || buffer.Length > _kept.Length - _length || !_sending.IsCompleted)
            return false;
        buffer.CopyTo(_kept.AsSpan(_length));
        if (_length == 0)
            burst.Add(this);
        _length += buffer.Length;
        return true;
    }

    void SendKept()
    {
        if (_length == 0)
            return;
        _sending = SendAsync(_kept.AsMemory(0, _length));
        _length = 0;
    }

    async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await base.WriteAsync(bytes);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            base.Dispose(true);
        }
    }

    async ValueTask WriteAfterAsync(Task sending, ReadOnlyMemory<byte> buffer, CancellationToken cancel)
    {
        await sending.WaitAsync(cancel);
        await base.WriteAsync(buffer, cancel);
    }
}
