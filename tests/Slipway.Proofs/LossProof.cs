using Slipway.Delivery.Execution;
using Slipway.Proofs.Load;
using Slipway.Proofs.Reports;

namespace Slipway.Proofs;

/// <summary>What the users of a service met while somebody worked on it.</summary>
sealed record LossReport(
    IReadOnlyList<Sample> Samples,
    int Acknowledged,
    IReadOnlyList<string> Lost,
    EventLog Log,
    IReadOnlyList<string> OperationFaults
)
{
    const int Shown = 10;

    public IReadOnlyList<Sample> Failed { get; } = [.. Samples.Where(sample => sample.Failure is not null)];

    public IReadOnlyList<string> Faults =>
        [
            .. OperationFaults,
            .. Failed
                .Take(Shown)
                .Select(sample => $"{sample.Kind} at {sample.Due.TotalSeconds:0.00} s: {sample.Failure}"),
            .. Lost.Take(Shown).Select(write => $"lost: {write}"),
        ];
}

/// <summary>The core of every proof about users: operations under load, and the count of what went wrong.</summary>
static class LossProof
{
    /// <summary>Load before the first operation and after the last, so that both ends are seen.</summary>
    static readonly TimeSpan s_margin = TimeSpan.FromSeconds(1);

    /// <param name="operations">By name; each answers how it ended.</param>
    public static async Task<LossReport> RunAsync(
        ITraffic traffic,
        int perSecond,
        IEnumerable<(string Name, Func<IDeploymentObserver, Task<Outcome>> RunAsync)> operations
    )
    {
        await traffic.SeedAsync();
        await using var load = new OpenLoop(traffic, perSecond);
        var log = new EventLog(() => load.Elapsed);
        var faults = new List<string>();
        await Task.Delay(s_margin);
        foreach (var (name, operation) in operations)
        {
            var outcome = await log.OperationAsync(name, () => operation(log));
            if (!outcome.IsGood)
                faults.Add($"{name} ended with {outcome}");
        }

        await Task.Delay(s_margin);
        var samples = await load.EndAsync();
        return new LossReport(samples, traffic.Acknowledged, await traffic.LostAsync(), log, faults);
    }
}
