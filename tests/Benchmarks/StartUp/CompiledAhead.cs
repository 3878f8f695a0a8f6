namespace Benchmarks.StartUp;

/// <summary>What build.sh does behind a later run of a build, so that it is not measured in between.</summary>
static class CompiledAhead
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>After two runs of build.sh. Says how the build will run.</summary>
    public static async Task WaitAsync()
    {
        var temp = Path.Combine(Repository.Root(), ".nuke", "temp");
        var assembly = (await File.ReadAllLinesAsync(Path.Combine(temp, "build.stamp")))[2];
        var ahead = Path.Combine(Path.GetDirectoryName(assembly)!, "ahead");
        using var limit = new CancellationTokenSource(Limit);
        while (Directory.Exists(ahead) && !File.Exists(Path.Combine(ahead, "done")))
            await Task.Delay(50, limit.Token);
        var isAhead =
            Directory.Exists(ahead)
            && !File.ReadAllText(Path.Combine(temp, "ahead.log")).Contains("error", StringComparison.Ordinal);
        Console.WriteLine(isAhead ? "The build is compiled ahead." : "The build is not compiled ahead.");
    }
}
