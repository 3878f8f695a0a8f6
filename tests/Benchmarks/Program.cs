using Benchmarks;
using Benchmarks.Cache;
using Benchmarks.Changelog;
using Benchmarks.Gateway;
using Benchmarks.Runs;
using Benchmarks.StartUp;
using Benchmarks.Versions;

// dotnet run --project tests/Benchmarks -c Release -- [start-up] [--runs N]
// dotnet run --project tests/Benchmarks -c Release -- gateway [--runs N] [--access-log]   (needs nginx and wrk)
// dotnet run --project tests/Benchmarks -c Release -- changelog [--runs N] [--git-cliff PATH] [--limit SECONDS]
// dotnet run --project tests/Benchmarks -c Release -- cache [--runs N]
// dotnet run --project tests/Benchmarks -c Release -- allocations
// dotnet run --project tests/Benchmarks -c Release -- versions [--runs N]
// dotnet run --project tests/Benchmarks -c Release -- run [--workflow NAME] [--runs N]   (default: ci)
// dotnet run --project tests/Benchmarks -c Release -- peak COMMAND [ARG …]   (one run; its peak memory in KiB)
// What has limits, gateway, cache and run, ends with 1 when one of them does not hold.
try
{
    switch (args)
    {
        case ["peak", .. var command]:
            return await PeakMemory.RunAsync(command);
        case [] or ["start-up", ..]:
            return await StartUpBenchmark.RunAsync(Arguments.Runs(args, otherwise: 10));
        case ["gateway", ..]:
            return await GatewayBenchmark.RunAsync(Arguments.Runs(args, otherwise: 5), args.Contains("--access-log"));
        case ["changelog", ..]:
            return await ChangelogBenchmark.RunAsync(
                Arguments.Runs(args, otherwise: 5),
                Arguments.Text(args, "--git-cliff") ?? "git-cliff",
                TimeSpan.FromSeconds(Arguments.Number(args, "--limit", otherwise: 60))
            );
        case ["cache", ..]:
            return await CacheBenchmark.RunAsync(Arguments.Runs(args, otherwise: 10));
        case ["allocations"]:
            return await GatewayBenchmark.AllocationsAsync();
        case ["versions", ..]:
            return await VersionsBenchmark.RunAsync(Arguments.Runs(args, otherwise: 5));
        case ["run", ..]:
            return await RunBenchmark.RunAsync(
                Arguments.Text(args, "--workflow") ?? "ci",
                Arguments.Runs(args, otherwise: 3)
            );
        // What the gateway's benchmark starts besides the gateway.
        case ["backend", var address]:
            await Roles.BackendAsync(address);
            return 0;
        case ["bare-yarp", var address, var backend]:
            await Roles.BareYarpAsync(address, backend);
            return 0;
        case ["allocations-of-yarp", var backend]:
            await Allocations.OfYarpAsync(new Uri(backend));
            return 0;
        case ["allocations-of-gateway", var backend, var directory, .. var log]:
            await Allocations.OfGatewayAsync(new Uri(backend), directory, log.Contains("--access-log"));
            return 0;
        default:
            await Console.Error.WriteLineAsync(
                $"Unknown benchmark '{args[0]}'. There are: start-up [--runs N], gateway [--runs N] [--access-log], "
                    + "changelog [--runs N] [--git-cliff PATH] [--limit SECONDS], allocations, versions [--runs N], cache [--runs N], "
                    + "run [--workflow NAME] [--runs N]."
            );
            return 2;
    }
}
catch (BenchmarkException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
