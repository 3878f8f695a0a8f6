namespace Benchmarks.StartUp;

/// <summary>A command and the wall times of its counted runs.</summary>
sealed class Contender(string name, string[] command)
{
    readonly List<TimeSpan> _times = [];

    public TimeSpan Median => _times.Order().ElementAt(_times.Count / 2);

    public Task WarmUpAsync() => Command.TimeAsync(command);

    public async Task MeasureAsync() => _times.Add(await Command.TimeAsync(command));

    public async Task<string> DescribeAsync()
    {
        var peak = await PeakMemory.OfAsync(command);
        return $"{name, -50} {_times.Min().TotalSeconds:0.000} / {Median.TotalSeconds:0.000} / {_times.Max().TotalSeconds:0.000} s   {peak / 1024.0:0} MiB";
    }
}
