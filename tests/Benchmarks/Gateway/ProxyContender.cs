namespace Benchmarks.Gateway;

/// <summary>A proxy and what wrk measured of it, round by round.</summary>
sealed class ProxyContender(string name, int port, Server server)
{
    readonly List<WrkResult> _results = [];
    readonly List<double> _costs = [];

    public double PerSecond => Median(result => result.PerSecond);

    public double P99 => Median(result => result.P99);

    /// <summary>Microseconds of processor time for a request: what a machine busy with other things disturbs least.</summary>
    public double Cost => Middle(_costs);

    public Task WarmUpAsync(int seconds) => WrkResult.RunAsync(Url, seconds);

    public async Task MeasureAsync(int seconds)
    {
        var before = server.Processor();
        var result = await WrkResult.RunAsync(Url, seconds);
        _results.Add(result);
        _costs.Add((server.Processor() - before).TotalMicroseconds / result.Requests);
    }

    public string Describe() =>
        $"{name, -16} {PerSecond, 8:0} requests/s   p99 {P99, 7:0.00} ms   {Cost, 5:0.0} µs of processor   peak {server.PeakMiB():0} MiB";

    /// <summary>The median of the rounds' own ratios: what slows one round slows both of its runs.</summary>
    public (double PerSecond, double P99) RatiosTo(ProxyContender other)
    {
        var pairs = _results.Zip(other._results).ToList();
        return (
            Middle(pairs.Select(pair => pair.First.PerSecond / pair.Second.PerSecond)),
            Middle(pairs.Select(pair => pair.First.P99 / pair.Second.P99))
        );
    }

    public string Against(ProxyContender other)
    {
        var (perSecond, p99) = RatiosTo(other);
        return $"{name} : {other.Name, -16} {perSecond:0.00}x requests/s, {p99:0.00}x p99";
    }

    string Name => name;

    string Url => $"http://127.0.0.1:{port}/albums";

    double Median(Func<WrkResult, double> value) => Middle(_results.Select(value));

    static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
