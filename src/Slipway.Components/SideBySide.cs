namespace Slipway.Components;

/// <summary>Work that runs side by side, and how much of it a machine carries.</summary>
static class SideBySide
{
    /// <summary>More would make tests that wait for each other's time miss it, however many processors there are.</summary>
    const int Most = 4;

    /// <summary>What a suite may take that starts servers and compiles; most take a tenth of it.</summary>
    const long MemoryOfOne = 3L << 30;

    public static int Cores => Environment.ProcessorCount;

    /// <summary>Bytes; in a container, those that it may have.</summary>
    public static long Memory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>One for each processor that has the memory for it, 1 to 4: a suite waits as much as it computes.</summary>
    /// <param name="memory">Bytes.</param>
    public static int AtOnce(int cores, long memory) => (int)Math.Clamp(Math.Min(cores, memory / MemoryOfOne), 1, Most);

    /// <summary>Begins in the order of <paramref name="all"/> and answers in it; one that throws ends none of the others.</summary>
    /// <exception cref="Exception">What the first threw that did, when all have ended.</exception>
    public static async Task<IReadOnlyList<TResult>> RunAsync<T, TResult>(
        IReadOnlyList<T> all,
        int atOnce,
        Func<T, TResult> run
    )
    {
        using var places = new SemaphoreSlim(atOnce);
        var running = new List<Task<TResult>>();
        foreach (var one in all)
        {
            await places.WaitAsync();
            running.Add(RunAsync(one));
        }

        return await Task.WhenAll(running);

        // A thread of its own: the work blocks, and its process's output is read by the pool's threads.
        Task<TResult> RunAsync(T one) =>
            Task.Factory.StartNew(
                () =>
                {
                    try
                    {
                        return run(one);
                    }
                    finally
                    {
                        places.Release();
                    }
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
    }
}
