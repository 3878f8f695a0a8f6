namespace Benchmarks.StartUp;

/// <summary>
/// What a target costs before it does anything: <c>./build.sh Noop</c>, already built, side by side with what NUKE's
/// own bootstrap script does around a build (ask the SDK for itself, build the up-to-date project, run it) and with a
/// .NET hello world. The commands run in turn, so that a drift of the machine's speed meets all of them.
/// </summary>
static class StartUpBenchmark
{
    public static async Task<int> RunAsync(int runs)
    {
        var root = Repository.Root();
        using var hello = await HelloWorld.CreateAsync();
        var build = Path.Combine(root, "build.sh");
        var project = Path.Combine(root, "build", "_build.csproj");

        Contender slipway = new("./build.sh Noop", [build, "Noop", "--no-logo"]);
        Contender bootstrap = new(
            "the same build, started as NUKE's build.sh does",
            [
                "/bin/sh",
                "-c",
                "dotnet --info && dotnet --version && dotnet build \"$0\" -c Release -nodeReuse:false -p:UseSharedCompilation=false -nologo -clp:NoSummary"
                    + " && exec dotnet run --project \"$0\" -c Release --no-build -- Noop --no-logo --root \"$1\"",
                project,
                root,
            ]
        );
        Contender floor = new(".NET hello world", ["dotnet", hello.Assembly]);
        Contender[] contenders = [slipway, bootstrap, floor];

        foreach (var contender in contenders)
            await contender.WarmUpAsync();
        await slipway.WarmUpAsync();
        await CompiledAhead.WaitAsync();
        for (var run = 0; run < runs; run++)
        {
            foreach (var contender in contenders)
                await contender.MeasureAsync();
        }

        Console.WriteLine(
            $"{runs} runs each, in turn; wall time min / median / max, peak memory of the largest process"
        );
        foreach (var contender in contenders)
            Console.WriteLine(await contender.DescribeAsync());
        Console.WriteLine($"build.sh Noop : NUKE's way     {slipway.Median / bootstrap.Median:0.000}x");
        Console.WriteLine($"build.sh Noop : hello world    {slipway.Median / floor.Median:0.0}x");
        return 0;
    }
}
