namespace Slipway.Workflows.Running.Scheduling;

/// <summary>The rules. Each answers whether it changed something; then all are asked again.</summary>
sealed partial class ScheduleStep
{
    public bool Settle() =>
        InOrder().ToList().Exists(job => Begin(job) || FailFast(job) || Finish(job))
        || Legs.Values.OrderBy(leg => leg.Order).ToList().Exists(leg => Return(leg) || Enter(leg))
        || StartNext()
        || BreakDeadlock();

    bool Begin(JobState job)
    {
        if (job.Phase != JobPhase.Waiting || !job.Needs.All(need => Jobs[need].Phase == JobPhase.Done))
            return false;
        if (Ancestors(job.Key).FirstOrDefault(before => before.Conclusion == Conclusion.Waiting) is { } waiting)
        {
            Close(job, Conclusion.Waiting, $"it comes after {waiting.Key}");
            return true;
        }
        Keep(job with { Phase = JobPhase.Resolving });
        _commands.Add(new Resolve(job.Key));
        return true;
    }

    bool FailFast(JobState job)
    {
        if (job is not { Phase: JobPhase.Open, Legs.FailFast: true })
            return false;
        var legs = LegsOf(job).ToList();
        var failed = legs.Find(leg => leg is { Conclusion: Conclusion.Failure, Leg.ContinuesOnError: false });
        var others = legs.FindAll(leg => leg.Phase is LegPhase.Ready or LegPhase.Queued or LegPhase.Running);
        if (failed is null || others.Count == 0)
            return false;
        foreach (var other in others)
            Cancel(other, $"{failed.Key} failed");
        return true;
    }

    bool Finish(JobState job)
    {
        if (job.Phase != JobPhase.Open || LegsOf(job).Any(leg => leg.Phase != LegPhase.Done))
            return false;
        Close(job, Conclusions.Together([.. LegsOf(job).Select(Counted)]), reason: null);
        return true;
    }

    static Conclusion Counted(LegState leg) =>
        leg is { Leg.ContinuesOnError: true, Conclusion: Conclusion.Failure }
            ? Conclusion.Success
            : leg.Conclusion!.Value;

    /// <summary>A workflow that is called is over when its jobs are.</summary>
    bool Return(LegState leg)
    {
        if (!leg.IsActive || leg.Leg.Calls is null || CalledBy(leg).Any(job => job.Phase != JobPhase.Done))
            return false;
        var conclusion = Conclusions.Together([.. CalledBy(leg).Select(job => job.Conclusion!.Value)]);
        Keep(leg with { Phase = LegPhase.Done, Conclusion = conclusion });
        return true;
    }

    bool Enter(LegState leg)
    {
        if (leg.Phase != LegPhase.Ready)
            return false;
        if (leg.Leg.Concurrency is not { } claim)
        {
            Keep(leg with { Phase = LegPhase.Queued });
            return true;
        }
        var group = Legs.Values.Where(other => other != leg && IsOf(other, claim.Group)).ToList();
        var holder = group.Find(other => other.HoldsGroup);
        var older = group.FindAll(other => other.Phase == LegPhase.Ready && other.Order < leg.Order);
        if (holder is null)
        {
            if (older.Count > 0)
                return false;
            Keep(leg with { Phase = LegPhase.Queued });
            return true;
        }
        var displaced = claim.Queues ? [] : older;
        if (claim.CancelInProgress && holder.Phase != LegPhase.Cancelling)
            displaced.Add(holder);
        foreach (var other in displaced)
            Cancel(other, $"{leg.Key} is newer in the concurrency group '{claim.Group}'");
        return displaced.Count > 0;
    }

    static bool IsOf(LegState leg, string group) =>
        string.Equals(leg.Leg.Concurrency?.Group, group, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The longest chain first, then the order of the file. Not before it is known of all that could start now: whoever is
    /// found out first would else take the place of one that more wait for.
    /// </summary>
    bool StartNext()
    {
        if (Jobs.Values.Any(job => job.Phase == JobPhase.Resolving))
            return false;
        var next = Legs
            .Values.Where(leg =>
                leg.Phase == LegPhase.Queued && (FreePlaces > 0 || leg.Leg.Calls is not null) && HasRoom(leg)
            )
            .OrderByDescending(leg => Jobs[leg.Job].Rank)
            .ThenBy(leg => leg.Order)
            .FirstOrDefault();
        if (next is null)
            return false;
        Keep(next with { Phase = LegPhase.Running });
        _commands.Add(new Start(next.Key));
        if (next.Leg.Calls is { } jobs)
            Add(jobs, next.Key, Schedule.InnerKey(next.Key, ""), Jobs[next.Job].Rank);
        return true;
    }

    bool HasRoom(LegState leg)
    {
        var job = Jobs[leg.Job];
        return job.Legs!.MaxParallel is not { } most || LegsOf(job).Count(other => other.IsActive) < most;
    }

    /// <summary>Called workflows that wait for groups of each other, or for their caller's: GitHub ends these too.</summary>
    bool BreakDeadlock()
    {
        if (Legs.Values.Any(leg => leg.TakesPlace) || Jobs.Values.Any(job => job.Phase == JobPhase.Resolving))
            return false;
        if (Legs.Values.Where(leg => leg.Phase == LegPhase.Ready).MinBy(leg => leg.Order) is not { } stuck)
            return false;
        var group = stuck.Leg.Concurrency!.Group;
        DropLeg(stuck, Conclusion.Failure, $"its concurrency group '{group}' is held by a job that waits for this one");
        return true;
    }
}
