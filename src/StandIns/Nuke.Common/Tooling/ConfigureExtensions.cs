// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Collections.Concurrent;

namespace Nuke.Common.Tooling;

/// <summary>Runs a tool with the options that a delegate returns.</summary>
public static class ConfigureExtensions
{
    public static T InvokeSafe<T>(this Configure<T> configurator, T obj) =>
        configurator is null ? obj : configurator(obj);

    /// <summary>
    /// Runs once for each combination. In parallel, the output of each is logged as a whole when it has ended.
    /// </summary>
    /// <param name="configurator">Gives the options.</param>
    /// <param name="executor">Runs the tool.</param>
    /// <param name="degreeOfParallelism">How many run at once.</param>
    /// <param name="completeOnFailure">Whether the others still run after one has failed.</param>
    /// <returns>The options and their output, in the order of the options.</returns>
    /// <exception cref="AggregateException">Some failed.</exception>
    public static IReadOnlyCollection<(TOptions Options, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure
    )
        where TOptions : ToolOptions, new()
    {
        var all = configurator(new TOptions()).ToList();
        var outputs = new IReadOnlyCollection<Output>[all.Count];
        var failures = new ConcurrentQueue<Exception>();
        var logLock = new Lock();
        Parallel.For(
            0,
            all.Count,
            new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism },
            (index, loop) =>
            {
                try
                {
                    outputs[index] = Run(all[index]);
                }
                catch (Exception exception)
                {
                    failures.Enqueue(exception);
                    if (!completeOnFailure)
                        loop.Stop();
                }
            }
        );
        if (!failures.IsEmpty)
            throw new AggregateException(failures);
        return all.Zip(outputs).ToList();

        IReadOnlyCollection<Output> Run(TOptions options)
        {
            if (degreeOfParallelism == 1 || !(options.ProcessOutputLogging ?? ProcessTasks.DefaultLogOutput))
                return executor(options);

            IReadOnlyCollection<Output> output = [];
            try
            {
                return output = executor(options.DisableProcessOutputLogging());
            }
            catch (ProcessException exception)
            {
                output = exception.Process.Output;
                throw;
            }
            finally
            {
                var logger = options.GetLogger();
                lock (logLock)
                {
                    foreach (var line in output)
                        logger(line.Type, line.Text);
                }
            }
        }
    }
}
