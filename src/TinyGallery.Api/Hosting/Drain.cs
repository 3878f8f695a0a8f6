namespace TinyGallery.Api.Hosting;

/// <summary>
/// Going away politely: from <see cref="Begin"/> on the service says that it is not ready, while requests in flight,
/// and the few that still arrive, are answered.
/// </summary>
sealed class Drain
{
    readonly Lock _lock = new();
    readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _inFlight;

    public bool HasBegun { get; private set; }

    /// <summary>Counts a request until what is returned is disposed.</summary>
    public IDisposable Enter()
    {
        lock (_lock)
            _inFlight++;
        return new Request(this);
    }

    /// <summary>Begins, once.</summary>
    /// <returns>Ends when no request is in flight.</returns>
    public Task Begin()
    {
        lock (_lock)
        {
            HasBegun = true;
            Check();
        }

        return _idle.Task;
    }

    void Leave()
    {
        lock (_lock)
        {
            _inFlight--;
            Check();
        }
    }

    void Check()
    {
        if (HasBegun && _inFlight == 0)
            _idle.TrySetResult();
    }

    sealed class Request(Drain drain) : IDisposable
    {
        public void Dispose() => drain.Leave();
    }
}
