using System.Collections.Immutable;

namespace Slipway.Workflows.Running.Scheduling;

/// <summary>
/// Decides what runs next: pure, from a state and an event. GitHub's rules: a job starts when its needs are over; a
/// matrix's legs fail fast and run as many at once as it allows; of a concurrency group one runs at a time. Never more
/// legs run at once than there are places.
/// </summary>
public sealed record Schedule
{
    readonly ScheduleStep _at;

    Schedule(ScheduleStep at) => _at = at;

    /// <param name="jobs">In the order of the file, without a cycle.</param>
    /// <param name="places">How many legs run at once, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than one place.</exception>
    public static (Schedule Schedule, IReadOnlyList<RunCommand> Commands) Begin(IReadOnlyList<JobNode> jobs, int places)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        var step = new ScheduleStep(places);
        step.Add(jobs, caller: null, prefix: "", tail: 0);
        return Settle(step);
    }

    /// <summary>An event about something that is over already changes nothing.</summary>
    public (Schedule Schedule, IReadOnlyList<RunCommand> Commands) After(RunEvent happened)
    {
        var step = _at.Next();
        switch (happened)
        {
            case Resolved resolved:
                step.Open(resolved.Job, resolved.Resolution);
                break;
            case Ended ended:
                step.End(ended.Leg, ended.Conclusion);
                break;
            case CancelAll:
                step.CancelAll();
                break;
        }
        return Settle(step);
    }

    public bool IsOver => _at.Jobs.Values.All(job => job.Phase == JobPhase.Done);

    /// <summary>Nothing waits to be started any more.</summary>
    public bool AllHaveBegun =>
        _at.Jobs.Values.All(job => job.Phase is JobPhase.Open or JobPhase.Done)
        && _at.Legs.Values.All(leg => leg.Phase is not (LegPhase.Ready or LegPhase.Queued));

    /// <summary>
    /// While a place is free, the jobs that are next: all that they need runs or is over. As many as there are places in
    /// all, the longest chain first.
    /// </summary>
    public IReadOnlyList<string> ComingNext =>
        _at.FreePlaces <= _at.Legs.Values.Count(leg => leg.Phase == LegPhase.Queued)
            ? []
            :
            [
                .. _at
                    .Jobs.Values.Where(job =>
                        job.Phase == JobPhase.Waiting
                        && job.Needs.All(need => _at.Jobs[need].Phase is JobPhase.Open or JobPhase.Done)
                    )
                    .OrderByDescending(job => job.Rank)
                    .ThenBy(job => job.Order)
                    .Select(job => job.Key)
                    .Take(_at.Places),
            ];

    /// <summary>Of a job that is over; null before.</summary>
    public Conclusion? Of(string job) => _at.Jobs.GetValueOrDefault(job)?.Conclusion;

    /// <summary>Every job that a job comes after, by key.</summary>
    public IReadOnlyList<string> Ancestors(string job) => [.. _at.Ancestors(job).Select(ancestor => ancestor.Key)];

    /// <summary>Of the jobs of the workflow itself, not of those that it calls.</summary>
    public Conclusion Together =>
        Conclusions.Together([
            .. _at.Jobs.Values.Where(job => job.Caller is null).Select(job => job.Conclusion ?? Conclusion.Waiting),
        ]);

    /// <summary>The leg of a job: its own key, or with the values of its matrix behind it.</summary>
    public static string LegKey(string job, Leg leg) => leg.Name.Length == 0 ? job : $"{job} ({leg.Name})";

    /// <summary>A job of the workflow that a leg calls.</summary>
    public static string InnerKey(string leg, string job) => $"{leg} / {job}";

    static (Schedule, IReadOnlyList<RunCommand>) Settle(ScheduleStep step)
    {
        while (step.Settle()) { }
        return (new Schedule(step), step.Commands);
    }
}
