using System.IO.Pipelines;

namespace Slipway.Gateway.Sockets;

/// <summary>
/// Of a client's connection, whose small flushes are part of their thread's <see cref="SendBurst"/>. What was written after a
/// flush that is put off goes with it. One writer at a time, on whatever threads, each of whose writes ends with a flush.
/// </summary>
sealed class DeferredWriter(PipeWriter inner) : PipeWriter, IDeferredSend
{
    readonly Lock _lock = new();
    bool _writing;
    bool _deferred;
    bool _readerIsGone;
    Task<FlushResult>? _flushing;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        lock (_lock)
        {
            _writing = true;
            return inner.GetMemory(sizeHint);
        }
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        lock (_lock)
        {
            _writing = true;
            return inner.GetSpan(sizeHint);
        }
    }

    public override void Advance(int bytes) => inner.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        Task<FlushResult>? flushing;
        lock (_lock)
        {
            _writing = false;
            if (TryDefer())
                return new(new FlushResult(isCanceled: false, isCompleted: _readerIsGone));
            _deferred = false;
            (flushing, _flushing) = (_flushing, null);
            if (flushing is null)
                return inner.FlushAsync(cancellationToken);
        }

        return FlushAfterAsync(flushing, cancellationToken);
    }

    public void SendNow()
    {
        lock (_lock)
        {
            // Another thread may be in the middle of a write: its own flush sends this as well.
            if (_deferred && !_writing)
                Flush();
            _deferred = false;
        }
    }

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    // The pipe gives its reader what was written, flushed or not.
    public override void Complete(Exception? exception = null)
    {
        lock (_lock)
            _deferred = false;
        inner.Complete(exception);
    }

    bool TryDefer()
    {
        // While the pipe is full whoever writes more has to wait for it.
        if (
            _flushing is not null
            || inner.UnflushedBytes > SendBurst.LargestDeferred
            || SendBurst.OfThread is not { } burst
        )
            return false;
        if (!_deferred)
            burst.Add(this);
        _deferred = true;
        return true;
    }

    void Flush()
    {
        var flush = inner.FlushAsync();
        if (flush.IsCompletedSuccessfully)
            _readerIsGone = flush.Result.IsCompleted;
        else
            _flushing = flush.AsTask();
    }

    async ValueTask<FlushResult> FlushAfterAsync(Task<FlushResult> flushing, CancellationToken cancel)
    {
        var result = await flushing.WaitAsync(cancel);
        return result.IsCanceled || result.IsCompleted ? result : await inner.FlushAsync(cancel);
    }
}
