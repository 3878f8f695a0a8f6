using System.Collections.Immutable;

namespace Slipway.Workflows.Running.Scheduling;

/// <summary>One step of <see cref="Schedule"/> while it is taken: the state so far, and the commands that follow from it.</summary>
sealed partial class ScheduleStep(int places)
{
    readonly List<RunCommand> _commands = [];

    public ImmutableDictionary<string, JobState> Jobs { get; private set; } =
        ImmutableDictionary.Create<string, JobState>(StringComparer.OrdinalIgnoreCase);

    public ImmutableDictionary<string, LegState> Legs { get; private set; } =
        ImmutableDictionary.Create<string, LegState>(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<RunCommand> Commands => _commands;

    public int Places => places;

    public int FreePlaces => places - Legs.Values.Count(leg => leg.TakesPlace);

    public ScheduleStep Next() => new(places) { Jobs = Jobs, Legs = Legs };

    public void Add(IReadOnlyList<JobNode> jobs, string? caller, string prefix, double tail)
    {
        var ranks = Ranks.Of(jobs, tail);
        foreach (var job in jobs)
        {
            var key = prefix + job.Id;
            Keep(new JobState(key, caller, [.. job.Needs.Select(need => prefix + need)], ranks[job.Id], Jobs.Count));
        }
    }

    public void Open(string key, Resolution resolution)
    {
        if (Jobs.GetValueOrDefault(key) is not { Phase: JobPhase.Resolving } job)
            return;
        switch (resolution)
        {
            case NotWanted not:
                Close(job, Conclusion.Skipped, not.Reason);
                break;
            case NotPossible not:
                Close(job, Conclusion.Failure, not.Reason);
                break;
            case Legs { All.Count: 0 }:
                Close(job, Conclusion.Skipped, "its matrix is empty");
                break;
            case Legs legs:
                Keep(job with { Phase = JobPhase.Open, Legs = legs });
                foreach (var leg in legs.All)
                    Keep(new LegState(Schedule.LegKey(key, leg), key, leg, Legs.Count));
                break;
        }
    }

    public void End(string key, Conclusion conclusion)
    {
        if (Legs.GetValueOrDefault(key) is { IsActive: true } leg)
            Keep(leg with { Phase = LegPhase.Done, Conclusion = conclusion });
    }

    public void CancelAll()
    {
        foreach (var job in InOrder().Where(job => job.Caller is null))
            Cancel(job, "the run was cancelled");
    }

    public IEnumerable<JobState> Ancestors(string key) =>
        Jobs[key].Needs.SelectMany(need => Ancestors(need).Prepend(Jobs[need])).Distinct();

    IEnumerable<JobState> InOrder() => Jobs.Values.OrderBy(job => job.Order);

    IEnumerable<LegState> LegsOf(JobState job) =>
        job.Legs?.All.Select(leg => Legs[Schedule.LegKey(job.Key, leg)]) ?? [];

    IEnumerable<JobState> CalledBy(LegState leg) =>
        InOrder().Where(job => string.Equals(job.Caller, leg.Key, StringComparison.OrdinalIgnoreCase));

    void Cancel(JobState job, string reason)
    {
        if (job.Phase is JobPhase.Waiting or JobPhase.Resolving)
            Close(job, Conclusion.Cancelled, reason);
        foreach (var leg in LegsOf(job))
            Cancel(leg, reason);
    }

    void Cancel(LegState leg, string reason)
    {
        if (leg.Phase is LegPhase.Ready or LegPhase.Queued)
        {
            DropLeg(leg, Conclusion.Cancelled, reason);
        }
        else if (leg.Phase == LegPhase.Running)
        {
            Keep(leg with { Phase = LegPhase.Cancelling });
            if (leg.Leg.Calls is null)
                _commands.Add(new Cancel(leg.Key, reason));
            foreach (var job in CalledBy(leg))
                Cancel(job, reason);
        }
    }

    void Close(JobState job, Conclusion conclusion, string? reason)
    {
        Keep(job with { Phase = JobPhase.Done, Conclusion = conclusion });
        _commands.Add(new Conclude(job.Key, conclusion, reason));
    }

    void DropLeg(LegState leg, Conclusion conclusion, string reason)
    {
        Keep(leg with { Phase = LegPhase.Done, Conclusion = conclusion });
        _commands.Add(new Drop(leg.Key, conclusion, reason));
    }

    void Keep(JobState job) => Jobs = Jobs.SetItem(job.Key, job);

    void Keep(LegState leg) => Legs = Legs.SetItem(leg.Key, leg);
}
