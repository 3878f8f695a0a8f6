using System.Collections.Concurrent;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Reporting.Proofs;

namespace Slipway.Proofs.Reports;

/// <summary>Writes down when each operation and each of its steps ran, on the load's clock.</summary>
sealed class EventLog(Func<TimeSpan> elapsed) : IDeploymentObserver
{
    readonly ConcurrentQueue<ProofEvent> _events = new();
    TimeSpan _stepBegan;

    public IReadOnlyList<ProofEvent> Events =>
        [.. _events.OrderBy(happened => happened.At).ThenBy(happened => happened.Depth)];

    /// <summary>Runs an operation and notes how long it took.</summary>
    public async Task<T> OperationAsync<T>(string title, Func<Task<T>> work)
    {
        var began = elapsed();
        try
        {
            return await work();
        }
        finally
        {
            Add(title, began, elapsed(), depth: 0);
        }
    }

    public void On(DeploymentEvent happened)
    {
        switch (happened)
        {
            case StepStarted:
                _stepBegan = elapsed();
                break;
            case StepFinished { Skipped: false } finished:
                Add(finished.Step.Title, _stepBegan, elapsed(), depth: 1, MovesTraffic(finished.Step));
                break;
            case StepFailed failed:
                Add($"{failed.Step.Title} failed: {failed.Evidence.Message}", _stepBegan, elapsed(), depth: 1);
                break;
        }
    }

    static bool MovesTraffic(Step step) => step is Switch or Shift;

    void Add(string title, TimeSpan began, TimeSpan ended, int depth, bool movesTraffic = false) =>
        _events.Enqueue(new ProofEvent(Seconds(began), Seconds(ended), title, depth, movesTraffic));

    static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
