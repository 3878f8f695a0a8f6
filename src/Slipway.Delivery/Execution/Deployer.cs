using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Execution;

/// <summary>
/// All that can be done to one environment. Every command that changes something takes the lease first and brings an
/// unfinished deployment to its end before it begins its own.
/// </summary>
public sealed class Deployer(
    EnvironmentSpec environment,
    EnvironmentDirectory directory,
    IPlatform platform,
    IDeploymentObserver? observer = null,
    TimeProvider? time = null,
    LeaseHolder? holder = null
)
{
    readonly EnvironmentSpec _environment = environment.Require();
    readonly IDeploymentObserver _observer = observer ?? NoObserver.Instance;
    readonly TimeProvider _time = time ?? TimeProvider.System;
    readonly LeaseHolder _holder = holder ?? LeaseHolder.ThisProcess;
    readonly PendingPlans _plans = new(directory);

    /// <summary>The plan from the world as it is to <paramref name="wanted"/>; changes nothing.</summary>
    public async Task<Plan> PreviewAsync(Revision wanted, CancellationToken cancellation = default)
    {
        Preconditions.RequireDeployable(_environment, wanted);
        var world = await platform.ObserveAsync(cancellation);
        return Planner.Deploy(_environment, platform.Name, world, wanted);
    }

    /// <summary>
    /// Makes the plan and runs it; where the environment asks for an approval, the plan is written down and waits.
    /// </summary>
    /// <exception cref="LeaseHeldException">Somebody else is at it.</exception>
    /// <exception cref="DeliveryException">The wish or the recorded state is not sound; nothing was changed.</exception>
    public async Task<Outcome> DeployAsync(Revision wanted, CancellationToken cancellation = default)
    {
        Preconditions.RequireDeployable(_environment, wanted);
        await using var lease = await EnterAsync("Deploy", cancellation);
        var (journal, stopped) = await ConvergeAsync(lease, cancellation);
        if (stopped is not null)
            return stopped;

        var world = await platform.ObserveAsync(cancellation);
        var plan = Planner.Deploy(_environment, platform.Name, world, wanted);
        _observer.On(new PlanMade(plan));
        if (plan.IsEmpty)
        {
            await platform.TendAsync(new EffectContext(lease.Token, _ => { }), cancellation);
            return new NothingToDo(plan, $"{wanted} is live on {platform.Url} already.");
        }

        if (_environment.RequiresApproval)
            return WaitForApproval(plan, lease);
        return await ExecuteAsync(plan, journal, lease, note: null, cancellation);
    }

    /// <summary>
    /// Runs exactly this plan, if the world is still the one it was made for. One that needs an approval must have it:
    /// see <see cref="PendingPlans.Approve"/>.
    /// </summary>
    /// <inheritdoc cref="DeployAsync"/>
    public async Task<Outcome> RunAsync(Plan plan, CancellationToken cancellation = default)
    {
        Preconditions.RequireRunnable(_environment, platform.Name, plan);
        await using var lease = await EnterAsync("Deploy", cancellation);
        var (journal, stopped) = await ConvergeAsync(lease, cancellation);
        if (stopped is not null)
            return stopped;

        var world = await platform.ObserveAsync(cancellation);
        var differences = plan.Observed.DifferencesTo(WorldFacts.Of(world));
        if (differences.Count > 0)
            return Refuse(plan, differences, world, lease);
        if (plan.IsEmpty)
            return new NothingToDo(plan, $"{plan.Wanted} is live on {platform.Url} already.");
        if (!NeedsApproval(plan))
            return await ExecuteAsync(plan, journal, lease, note: null, cancellation);
        if (_plans.ApprovalOf(plan.Digest) is not { } approval)
            return WaitForApproval(plan, lease);
        return await ExecuteAsync(plan, journal, lease, $"approved by {approval.Who} at {approval.At:u}", cancellation);
    }

    /// <summary>
    /// Back to the last good revision: the one kept warm in the other slot, else the newest successful one in the
    /// journal, started from its image. Needs no approval: it is what one does in an emergency.
    /// </summary>
    /// <inheritdoc cref="DeployAsync"/>
    public async Task<Outcome> RollbackAsync(CancellationToken cancellation = default)
    {
        if (!directory.Exists)
            throw new DeliveryException($"There is no environment {_environment.Name}: nothing was deployed to it.");
        await using var lease = await EnterAsync("Rollback", cancellation);
        var (journal, stopped) = await ConvergeAsync(lease, cancellation);
        if (stopped is not null)
            return stopped;

        var world = await platform.ObserveAsync(cancellation);
        var wanted = Preconditions.RollbackTarget(_environment, world, History.Of(journal.Entries));
        var plan = Planner.Rollback(_environment, platform.Name, world, wanted);
        _observer.On(new PlanMade(plan));
        return await ExecuteAsync(plan, journal, lease, note: null, cancellation);
    }

    /// <summary>The environment as it is; changes nothing and needs no lease.</summary>
    public async Task<EnvironmentStatus> StatusAsync(CancellationToken cancellation = default)
    {
        var world = await platform.ObserveAsync(cancellation);
        var lease = Lease.Read(directory);
        var status = EnvironmentStatus.Of(
            _environment.Name,
            platform.Name,
            platform.Url,
            world,
            History.Of(DeploymentJournal.Read(directory).Entries),
            lease is not null && lease.IsHeldAt(_time.GetUtcNow()) ? lease : null
        );
        return status with { WaitingPlan = _plans.Waiting() is [var mark, ..] ? mark.Plan : null };
    }

    /// <summary>Stops everything of the environment and removes its directory, data included unless kept.</summary>
    /// <exception cref="LeaseHeldException">Somebody else is at it.</exception>
    public async Task DestroyAsync(bool keepData = false, CancellationToken cancellation = default)
    {
        if (!directory.Exists)
            throw new DeliveryException($"There is no environment {_environment.Name}.");
        await using var lease = await EnterAsync("Destroy", cancellation);
        await platform.DestroyAsync(new EffectContext(lease.Token, _ => { }), cancellation);
        lease.Guard(() => directory.Remove(keepData));
    }

    async Task<Lease> EnterAsync(string doing, CancellationToken cancellation)
    {
        var lease = await Lease.AcquireAsync(
            directory,
            _holder,
            doing,
            _time,
            held => _observer.On(new Waiting($"{held.Holder} to end or to expire: {held.Doing} since {held.Since:u}")),
            cancellation
        );
        try
        {
            RecordFacts(lease, directory.ReadFacts()?.Port ?? _environment.Port);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    /// <summary>The port is the one where users reach it: a move is recorded when it has succeeded, and not before.</summary>
    void RecordFacts(Lease lease, int port)
    {
        var known = directory.ReadFacts();
        var wanted = new EnvironmentFacts(
            _environment.Name,
            port,
            platform.Name,
            known?.CreatedAt ?? _time.GetUtcNow()
        );
        if (known != wanted)
            lease.Guard(() => directory.WriteFacts(wanted));
    }

    /// <summary>Answers an outcome when the unfinished deployment could not be brought to an end.</summary>
    async Task<(DeploymentJournal Journal, Outcome? Stopped)> ConvergeAsync(Lease lease, CancellationToken cancellation)
    {
        var journal = DeploymentJournal.Open(directory, lease, _time);
        if (History.Unfinished(History.Of(journal.Entries)) is not { } unfinished)
            return (journal, null);

        var plan = _plans.Load(unfinished.Plan);
        var world = await platform.ObserveAsync(cancellation);
        var resume = Resume.Decide(plan, unfinished, world);
        _observer.On(new Converging(plan, resume.Forward, resume.Why));
        lease.Describe(unfinished.Plan);

        var run = Run(plan, journal, lease);
        var last = unfinished.Intended.Count == 0 ? -1 : unfinished.Intended.Max();
        var outcome = resume.Forward
            ? await run.ForwardAsync(world, cancellation)
            : await run.BackAsync(last, plan.Steps[Math.Max(last, 0)], new Evidence($"Interrupted: {resume.Why}."));
        return (journal, outcome is Unfinished ? outcome : null);
    }

    async Task<Outcome> ExecuteAsync(
        Plan plan,
        DeploymentJournal journal,
        Lease lease,
        string? note,
        CancellationToken cancellation
    )
    {
        _plans.Save(plan);
        lease.Describe(plan.Digest);
        var run = Run(plan, journal, lease);
        run.Begin(note);
        _plans.Forget(plan.Digest);
        return await run.ForwardAsync(resumedIn: null, cancellation);
    }

    PlanRun Run(Plan plan, DeploymentJournal journal, Lease lease) =>
        new(plan, platform, journal, lease, _time, _observer, () => RecordFacts(lease, plan.Port));

    Refused Refuse(Plan plan, IReadOnlyList<string> differences, World world, Lease lease)
    {
        var anew =
            plan.Purpose == Purpose.Deploy
                ? Planner.Deploy(_environment, platform.Name, world, plan.Wanted)
                : Planner.Rollback(_environment, platform.Name, world, plan.Wanted);
        _plans.Forget(plan.Digest);
        if (NeedsApproval(anew) && !anew.IsEmpty)
            _plans.Wait(anew, lease.Holder.ToString(), _time.GetUtcNow());
        return new Refused(plan, differences, anew);
    }

    AwaitingApproval WaitForApproval(Plan plan, Lease lease)
    {
        _plans.Wait(plan, lease.Holder.ToString(), _time.GetUtcNow());
        _observer.On(new Waiting($"an approval of plan {plan.ShortDigest}"));
        return new AwaitingApproval(plan);
    }

    bool NeedsApproval(Plan plan) => _environment.RequiresApproval && plan.Purpose == Purpose.Deploy;
}
