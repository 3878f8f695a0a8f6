namespace Slipway.Workflows.Running.Checkouts;

/// <summary>
/// Checkouts of a run. Most jobs ask for the same one, so some are made ahead where there is a place for it: one that
/// nobody has worked in is as good as a new one.
/// </summary>
/// <param name="directory">Where those are made that nobody has asked for yet: on the jobs' file system.</param>
/// <param name="handOver">Called with each new checkout of the run's commit.</param>
public sealed class ReadyCheckouts(RepositoryState repository, string directory, Func<string, Task>? handOver)
    : IAsyncDisposable
{
    readonly Lock _gate = new();
    readonly Queue<Task<string>> _ready = new();
    readonly CancellationTokenSource _end = new();

    /// <summary>As the latest job had it: the next one is likely to ask for the same.</summary>
    Wanted? _wanted;
    Task _making = Task.CompletedTask;
    int _most;
    int _count;

    /// <summary>Checks out into a directory, which must not be there.</summary>
    /// <inheritdoc cref="Checkout.MakeAsync"/>
    public async Task MakeAsync(string target, string? commit, bool isShallow, CancellationToken cancellation)
    {
        var wanted = new Wanted(commit, isShallow);
        if (!await TakeAsync(wanted, target, cancellation))
            await MakeAsync(wanted, target, cancellation);
        lock (_gate)
        {
            if (_wanted != wanted)
                _ready.Clear();
            _wanted = wanted;
            Fill();
        }
    }

    /// <summary>Has so many ready, as soon as it is known what is asked for.</summary>
    public void Keep(int count)
    {
        lock (_gate)
        {
            _most = count;
            Fill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _making.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    void Fill()
    {
        while (_wanted is { } wanted && _ready.Count < _most)
        {
            var made = MakeBehindAsync(_making, wanted, Path.Combine(directory, $"{++_count}"));
            _making = made;
            _ready.Enqueue(made);
        }
    }

    /// <summary>One at a time: somebody's job runs beside it.</summary>
    async Task<string> MakeBehindAsync(Task before, Wanted wanted, string target)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await MakeAsync(wanted, target, _end.Token);
        return target;
    }

    /// <returns>Whether there was one. Where it could not be made or moved, the job makes its own, and fails by it if need be.</returns>
    async Task<bool> TakeAsync(Wanted wanted, string target, CancellationToken cancellation)
    {
        Task<string>? ready;
        lock (_gate)
        {
            if (_wanted != wanted || !_ready.TryDequeue(out ready))
                return false;
        }
        try
        {
            var made = await ready.WaitAsync(cancellation);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Directory.Move(made, target);
            return true;
        }
        catch (Exception failure) when (failure is WorkflowException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    async Task MakeAsync(Wanted wanted, string target, CancellationToken cancellation)
    {
        await Checkout.MakeAsync(repository, target, wanted.Commit, wanted.IsShallow, cancellation);
        var isOfRun =
            wanted.Commit is null || string.Equals(wanted.Commit, repository.Commit, StringComparison.Ordinal);
        if (handOver is not null && isOfRun)
            await handOver(target);
    }

    sealed record Wanted(string? Commit, bool IsShallow);
}
