using Benchmarks;
using Benchmarks.StartUp;

// dotnet run --project tests/Benchmarks -c Release -- [start-up] [--runs N]
// dotnet run --project tests/Benchmarks -c Release -- peak COMMAND [ARG …]   (one run; its peak memory in KiB)
try
{
    if (args is ["peak", .. var command])
        return await PeakMemory.RunAsync(command);
    if (args is [] or ["start-up", ..])
        return await StartUpBenchmark.RunAsync(Arguments.Runs(args, otherwise: 10));
    Console.Error.WriteLine($"Unknown benchmark '{args[0]}'. There is: start-up [--runs N].");
    return 2;
}
catch (BenchmarkException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
