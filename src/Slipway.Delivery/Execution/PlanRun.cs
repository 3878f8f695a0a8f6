using System.Diagnostics.CodeAnalysis;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>One plan on its way forward or back, each step between its intent and its outcome in the journal.</summary>
sealed class PlanRun(
    Plan plan,
    IPlatform platform,
    DeploymentJournal journal,
    Lease lease,
    TimeProvider time,
    IDeploymentObserver observer,
    Action succeeding
)
{
    readonly string _digest = plan.Digest;

    public void Begin(string? note) =>
        journal.Append(
            Entry(JournalEvent.Begun) with
            {
                Revision = plan.Wanted,
                Purpose = plan.Purpose,
                By = lease.Holder.ToString(),
                Note = note,
            }
        );

    /// <summary>
    /// Does the steps in order; a failure or a cancellation undoes them. <paramref name="resumedIn"/>: this world shows
    /// the point of no return as done; steps that it shows as done as well, and those that only led there, are skipped.
    /// <paramref name="lastBegun"/>: the last step that was begun before, so that a failure undoes that one as well.
    /// </summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever fails, what was done must be undone; the failure is reported as evidence."
    )]
    public async Task<Outcome> ForwardAsync(World? resumedIn, int lastBegun, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
        for (var index = 0; index < plan.Steps.Count; index++)
        {
            var step = plan.Steps[index];
            var began = time.GetTimestamp();
            try
            {
                stop.Token.ThrowIfCancellationRequested();
                await DoAsync(index, step, resumedIn, stop.Token);
            }
            catch (Exception failure)
            {
                var evidence = Explain(failure, cancellation);
                observer.On(new StepFailed(plan, index, step, time.GetElapsedTime(began), evidence));
                return await UndoAfterAsync(index, lastBegun, step, evidence);
            }
        }

        return End(JournalEvent.Succeeded, note: null, new Succeeded(plan));
    }

    /// <summary>
    /// Undoes the steps up to <paramref name="last"/>, newest first, and ends the deployment.
    /// <paramref name="resumedIn"/>: steps that this world shows as undone are skipped.
    /// </summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "An undo that fails, however, leaves the deployment unfinished and is reported as evidence."
    )]
    public async Task<Outcome> BackAsync(int last, Step failedStep, Evidence evidence, World? resumedIn = null)
    {
        for (var index = last; index >= 0; index--)
        {
            var step = plan.Steps[index];
            if (resumedIn is not null && StepEffects.IsUndone(step, resumedIn))
                continue;
            var began = time.GetTimestamp();
            try
            {
                Record(Entry(JournalEvent.UndoIntended, index));
                await StepEffects.UndoAsync(step, platform, Context(index, step), lease.Lost);
                Record(Entry(JournalEvent.Undone, index));
            }
            catch (Exception failure)
            {
                return CouldNotUndo(index, step, evidence, failure);
            }

            observer.On(new StepUndone(plan, index, step, time.GetElapsedTime(began)));
        }

        return End(JournalEvent.RolledBack, evidence.Message, new RolledBack(plan, failedStep, evidence));
    }

    async Task DoAsync(int index, Step step, World? resumedIn, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var skipped = resumedIn is not null && IsBehind(index, step, resumedIn);
        string? found = null;
        if (!skipped)
        {
            journal.Append(Entry(JournalEvent.Intended, index));
            observer.On(new StepStarted(plan, index, step));
            found = await StepEffects.DoAsync(step, platform, time, Context(index, step), cancellation);
            journal.Append(Entry(JournalEvent.Done, index) with { Note = found });
        }

        observer.On(new StepFinished(plan, index, step, time.GetElapsedTime(began), skipped, found));
    }

    // The switch is made again even so: what had to be started again may listen elsewhere.
    bool IsBehind(int index, Step step, World world) =>
        step is not Switch
        && (StepEffects.Holds(step, world) || (index < plan.PointOfNoReturn && StepEffects.LeadsToSwitch(step)));

    async Task<Outcome> UndoAfterAsync(int index, int lastBegun, Step step, Evidence evidence)
    {
        if (lease.Lost.IsCancellationRequested)
            return new Unfinished(plan, step, evidence);
        try
        {
            Record(Entry(JournalEvent.Failed, index) with { Note = evidence.Message });
        }
        catch (LeaseLostException lost)
        {
            return new Unfinished(plan, step, evidence with { Message = $"{evidence.Message} {lost.Message}" });
        }

        return await BackAsync(Math.Max(index, lastBegun), step, evidence);
    }

    // The world is as it should be and only its record is missing: the next run finds that out and writes it.
    Outcome End(JournalEvent happened, string? note, Outcome outcome)
    {
        try
        {
            if (happened == JournalEvent.Succeeded)
                succeeding();
            journal.Append(Entry(happened) with { Note = note });
            return outcome;
        }
        catch (Exception failure) when (failure is IOException or DeliveryException)
        {
            return new Unfinished(plan, plan.Steps[^1], new Evidence($"The journal misses its end: {failure.Message}"));
        }
    }

    Unfinished CouldNotUndo(int index, Step step, Evidence evidence, Exception failure)
    {
        var undo = Explain(failure, CancellationToken.None);
        if (failure is not LeaseLostException)
            Record(Entry(JournalEvent.UndoFailed, index) with { Note = undo.Message });
        var message = $"{evidence.Message} Undoing '{step.Title}' failed as well: {undo.Message}";
        return new Unfinished(plan, step, evidence with { Message = message });
    }

    // On the way back a full disk is no reason to stop: the intents that are on disk already bring the next run here
    // again, and every undo is safe to repeat. A lost lease is a reason.
    void Record(JournalEntry entry)
    {
        try
        {
            journal.Append(entry);
        }
        catch (IOException) { }
    }

    Evidence Explain(Exception failure, CancellationToken cancellation) =>
        failure switch
        {
            StepFailedException expected => expected.Evidence,
            OperationCanceledException when cancellation.IsCancellationRequested => new Evidence("Cancelled."),
            OperationCanceledException when lease.Lost.IsCancellationRequested => new Evidence("The lease was lost."),
            DeliveryException or IOException => new Evidence(failure.Message),
            _ => new Evidence($"{failure.GetType().Name}: {failure.Message}"),
        };

    EffectContext Context(int index, Step step) =>
        EffectContext.Under(lease, message => observer.On(new StepProgress(plan, index, step, message)));

    JournalEntry Entry(JournalEvent happened, int? step = null) =>
        new()
        {
            Sequence = 0,
            At = default,
            Token = 0,
            Event = happened,
            Plan = _digest,
            Step = step,
        };
}
