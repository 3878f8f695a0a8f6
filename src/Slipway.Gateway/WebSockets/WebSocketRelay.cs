namespace Slipway.Gateway.WebSockets;

/// <summary>
/// The client's end of a WebSocket, as the forwarder sees it: what it reads goes to the instance, what it writes goes to
/// the client. It passes everything on until <see cref="BeginClose"/>, which tells both ends, each at the end of the frame
/// under way.
/// </summary>
/// <param name="client">The server's stream.</param>
/// <param name="overdue">Cancelled, by this, when the ends have had their time to answer and hang up.</param>
sealed class WebSocketRelay(Stream client, CancellationTokenSource overdue) : Stream
{
    /// <summary>What both ends get to answer a close frame and hang up.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    readonly FrameFlow _toInstance = new();
    readonly FrameFlow _toClient = new();
    readonly SemaphoreSlim _writing = new(1, 1);
    readonly CancellationTokenSource _closing = new();
    CancellationTokenSource? _reading;
    readonly Lock _lock = new();
    Task? _telling;
    bool _ended;
    bool _clientTold;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    bool Closing => _closing.IsCancellationRequested;

    /// <summary>Begins to close, unless there is nothing left to close.</summary>
    public void BeginClose()
    {
        lock (_lock)
        {
            if (_ended || _telling is not null)
                return;
            overdue.CancelAfter(Grace);
            _telling = Task.Run(TellAsync);
        }
    }

    /// <summary>
    /// After the forwarding has ended: a client that was told gets to answer, so that hanging up takes nothing away from
    /// what it has not read yet.
    /// </summary>
    public async Task EndAsync()
    {
        lock (_lock)
            _ended = true;
        if (_telling is null)
            return;
        try
        {
            await _telling;
            var buffer = new byte[4096];
            while (_clientTold && !_toInstance.SenderClosed)
            {
                var read = await client.ReadAsync(buffer, overdue.Token);
                if (read == 0)
                    return;
                _toInstance.Pass(buffer.AsSpan(0, read), closing: true);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The client has hung up, or its time is over.
        }
    }

    /// <summary>From the client, for the instance.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // The forwarder reads with one token all along.
        _reading ??= CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            if (!Closing)
            {
                var read = await client.ReadAsync(buffer, _reading.Token);
                return _toInstance.Pass(buffer.Span[..read], closing: false);
            }
        }
        catch (OperationCanceledException) when (Closing && !cancellationToken.IsCancellationRequested)
        {
            // Nothing of the client's was lost: it stays in the server's pipe for the next read.
        }

        // With an empty buffer the forwarder only waits for something to come.
        return buffer.IsEmpty ? 0 : await ReadWhileClosingAsync(buffer, cancellationToken);
    }

    async ValueTask<int> ReadWhileClosingAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_toInstance.TakeClose(closing: true))
                return CloseFrame.WriteToInstance(buffer.Span);
            var read = await client.ReadAsync(buffer, cancellationToken);
            if (read == 0)
                return 0;
            var passed = _toInstance.Pass(buffer.Span[..read], closing: true);
            if (passed > 0)
                return passed;
        }
    }

    /// <summary>From the instance, for the client.</summary>
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var passed = _toClient.Pass(buffer.Span, Closing);
            if (passed > 0)
                await client.WriteAsync(buffer[..passed], cancellationToken);
            await TellClientAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => client.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    async Task TellAsync()
    {
        await _closing.CancelAsync();
        await _writing.WaitAsync(overdue.Token);
        try
        {
            await TellClientAsync(overdue.Token);
        }
        finally
        {
            _writing.Release();
        }
    }

    // Only by who holds _writing. In the middle of a frame nothing is due: the write that ends it comes here again.
    async ValueTask TellClientAsync(CancellationToken cancellationToken)
    {
        if (!_toClient.TakeClose(Closing))
            return;
        await client.WriteAsync(CloseFrame.ToClient, cancellationToken);
        _clientTold = true;
    }
}
