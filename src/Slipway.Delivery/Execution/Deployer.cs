using Slipway.Delivery.Approvals;
using Slipway.Delivery.Databases;
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
/// <param name="elsewhere">What a contract migration must not be ahead of; default: this environment alone.</param>
/// <param name="patience">How long another deployer that is at work is waited for; default: it is an error at once.</param>
public sealed class Deployer(
    EnvironmentSpec environment,
    EnvironmentDirectory directory,
    IPlatform platform,
    IDeploymentObserver? observer = null,
    TimeProvider? time = null,
    LeaseHolder? holder = null,
    TimeSpan patience = default,
    LiveElsewhere? elsewhere = null
)
{
    readonly EnvironmentSpec _environment = environment.Require();
    readonly IDeploymentObserver _observer = observer ?? NoObserver.Instance;
    readonly TimeProvider _time = time ?? TimeProvider.System;
    readonly LeaseHolder _holder = holder ?? LeaseHolder.ThisProcess;
    readonly PendingPlans _plans = new(directory);
    readonly ContractedSchema _schema = new(environment.Name, platform, new PendingPlans(directory));
    readonly MigrationOutlook _migrations = new(environment.Name, platform, elsewhere);

    /// <summary>The plan from the world as it is to <paramref name="wanted"/>; changes nothing.</summary>
    public async Task<Plan> PreviewAsync(Revision wanted, CancellationToken cancellation = default)
    {
        Preconditions.RequireDeployable(_environment, wanted);
        var world = await platform.ObserveAsync(cancellation);
        return await PlanAsync(world, wanted, cancellation);
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
        var (journal, converged) = await ConvergeAsync(lease, cancellation);
        if (converged is Unfinished)
            return converged;

        var world = await platform.ObserveAsync(cancellation);
        var plan = await PlanAsync(world, wanted, cancellation);
        _observer.On(new PlanMade(plan));
        if (plan.IsEmpty)
        {
            await platform.TendAsync(EffectContext.Under(lease), cancellation);
            RecordFacts(lease, plan.Port, isDeployed: true);
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
        var (journal, converged) = await ConvergeAsync(lease, cancellation);
        if (converged is Unfinished)
            return converged;

        var world = await platform.ObserveAsync(cancellation);
        IReadOnlyList<string> differences =
        [
            .. plan.Observed.DifferencesTo(WorldFacts.Of(world)),
            .. await _migrations.DifferencesAsync(plan, cancellation),
        ];
        if (differences.Count > 0)
            return await RefuseAsync(plan, differences, world, lease, cancellation);
        await _migrations.RequireReleasesAsync(plan, world, cancellation);
        if (plan.IsEmpty)
        {
            _plans.Forget(plan.Digest);
            return new NothingToDo(plan, $"{plan.Wanted} is live on {platform.Url} already.");
        }

        var approvals = _plans.ApprovalsOf(plan.Digest);
        if (NeedsApproval(plan) && _environment.Approval.Missing(approvals) > 0)
            return WaitForApproval(plan, lease);
        var by = approvals.Select(approval => $"approved by {approval.Who} at {approval.At:u}");
        return await ExecuteAsync(
            plan,
            journal,
            lease,
            approvals.Count == 0 ? null : string.Join(", ", by),
            cancellation
        );
    }

    /// <summary>
    /// Back to the last good revision: the one kept warm in the other slot, else the newest successful one in the
    /// journal, started from its image. Needs no approval: it is what one does in an emergency.
    /// </summary>
    /// <param name="to"><inheritdoc cref="RollbackChoice.Of" path="/param[@name='to']"/></param>
    /// <inheritdoc cref="DeployAsync"/>
    public Task<Outcome> RollbackAsync(string? to = null, CancellationToken cancellation = default) =>
        MoveBackAsync(
            "Rollback",
            (world, history) =>
                Planner.Rollback(
                    _environment,
                    platform.Name,
                    world,
                    RollbackChoice.Of(_environment, world, history, to)
                ),
            // A deployment that was killed and is undone by this very run is what one wanted to be rid of.
            undone => to is null && undone.Purpose == Purpose.Deploy,
            cancellation
        );

    /// <summary>
    /// Live and idle slot change places: all traffic at once, whatever the environment's strategy; both stay warm, so the
    /// next swap is the way back. Needs no approval: either revision has served here before.
    /// </summary>
    /// <inheritdoc cref="DeployAsync"/>
    public Task<Outcome> SwapAsync(CancellationToken cancellation = default) =>
        MoveBackAsync(
            "Swap",
            (world, _) =>
                Planner.Swap(_environment, platform.Name, world, Preconditions.SwapTarget(_environment, world)),
            _ => false,
            cancellation
        );

    /// <summary>The environment as it is; changes nothing and needs no lease.</summary>
    public async Task<EnvironmentStatus> StatusAsync(CancellationToken cancellation = default)
    {
        var world = await platform.ObserveAsync(cancellation);
        var lease = Lease.Read(directory);
        var history = History.Of(DeploymentJournal.Read(directory).Entries);
        var status = EnvironmentStatus.Of(
            _environment.Name,
            platform.Name,
            platform.Url,
            world,
            history,
            lease is not null && lease.IsHeldAt(_time.GetUtcNow()) ? lease : null,
            RestoreRecord.Read(directory)
        );
        return status with
        {
            ExpiresAt = ExpiresAt(history),
            HasRemains = await platform.HasRemainsAsync(cancellation),
            WaitingPlan = _plans.Waiting() is [var mark, ..] ? mark.Plan : null,
        };
    }

    /// <summary>Stops everything of the environment and removes its directory, data included unless kept.</summary>
    /// <exception cref="LeaseHeldException">Somebody else is at it.</exception>
    public async Task DestroyAsync(bool keepData = false, CancellationToken cancellation = default)
    {
        // What runs of one whose directory was removed can be ended too.
        if (!directory.Exists && !await platform.HasRemainsAsync(cancellation))
            throw NotThere();
        await using var lease = await EnterAsync("Destroy", cancellation);
        await RemoveAsync(lease, keepData, cancellation);
    }

    /// <summary>
    /// Destroys it when it has expired, and answers whether it had: somebody may have deployed it since that was asked.
    /// </summary>
    /// <inheritdoc cref="DestroyAsync"/>
    public async Task<bool> DestroyExpiredAsync(CancellationToken cancellation = default)
    {
        if (!directory.Exists)
            throw NotThere();
        await using var lease = await EnterAsync("Destroy", cancellation);
        if (ExpiresAt(History.Of(DeploymentJournal.Read(directory).Entries)) is not { } end || end > _time.GetUtcNow())
            return false;
        await RemoveAsync(lease, keepData: false, cancellation);
        return true;
    }

    DateTimeOffset? ExpiresAt(IReadOnlyList<DeploymentRecord> history) =>
        Expiry.Of(_environment, directory.ReadFacts(), history);

    DeliveryException NotThere() => new($"There is no environment {_environment.Name}.");

    async Task RemoveAsync(Lease lease, bool keepData, CancellationToken cancellation)
    {
        await platform.DestroyAsync(EffectContext.Under(lease), cancellation);
        lease.Guard(() => directory.Remove(keepData));
    }

    /// <summary>To what this environment has held before, so without an approval.</summary>
    async Task<Outcome> MoveBackAsync(
        string doing,
        Func<World, IReadOnlyList<DeploymentRecord>, Plan> plan,
        Func<Plan, bool> isDoneByUndoing,
        CancellationToken cancellation
    )
    {
        if (!directory.Exists)
            throw new DeliveryException($"There is no environment {_environment.Name}: nothing was deployed to it.");
        await using var lease = await EnterAsync(doing, cancellation);
        var (journal, converged) = await ConvergeAsync(lease, cancellation);
        if (converged is Unfinished)
            return converged;
        if (converged is RolledBack { Plan: var undone } && isDoneByUndoing(undone))
            return new Undone(undone);

        var history = History.Of(journal.Entries);
        var made = plan(await platform.ObserveAsync(cancellation), history);
        await _schema.RequireAsync(made.Wanted, history, cancellation);
        _observer.On(new PlanMade(made));
        return made.IsEmpty
            ? new NothingToDo(made, $"{made.Wanted} is live on {platform.Url} already.")
            : await ExecuteAsync(made, journal, lease, note: null, cancellation);
    }

    async Task<Lease> EnterAsync(string doing, CancellationToken cancellation)
    {
        var lease = await Lease.AcquireAsync(
            directory,
            _holder,
            doing,
            _time,
            held => _observer.On(new Held(held.Describe())),
            patience,
            cancellation
        );
        try
        {
            await platform.FenceAsync(EffectContext.Under(lease, Say), cancellation);
            RecordFacts(lease, directory.ReadFacts()?.Port ?? _environment.Port);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The port is the one where users reach it, and the expiry counts from a deployment that has succeeded: each is
    /// recorded then, and not before.
    /// </summary>
    void RecordFacts(Lease lease, int port, bool isDeployed = false)
    {
        var known = directory.ReadFacts();
        var now = _time.GetUtcNow();
        var wanted = new EnvironmentFacts(
            _environment.Name,
            port,
            platform.Name,
            known?.CreatedAt ?? now,
            isDeployed || known is null ? now + _environment.Expiry : known.ExpiresAt
        );
        if (known != wanted)
            lease.Guard(() => directory.WriteFacts(wanted));
    }

    /// <summary>Answers how the unfinished deployment ended; null: there was none.</summary>
    async Task<(DeploymentJournal Journal, Outcome? Converged)> ConvergeAsync(
        Lease lease,
        CancellationToken cancellation
    )
    {
        await FinishRestoreAsync(lease, cancellation);
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
            ? await run.ForwardAsync(world, last, cancellation)
            : await run.BackAsync(
                last,
                plan.Steps[Math.Max(last, 0)],
                new Evidence($"Interrupted: {resume.Why}."),
                world
            );
        return (journal, outcome);
    }

    void Say(string message) => _observer.On(new Recovering(message));

    async Task FinishRestoreAsync(Lease lease, CancellationToken cancellation)
    {
        await new DatabaseKeeper(_environment, directory, platform, Say, _time, _holder).FinishRestoreAsync(
            lease,
            cancellation
        );
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
        return await run.ForwardAsync(resumedIn: null, lastBegun: -1, cancellation);
    }

    PlanRun Run(Plan plan, DeploymentJournal journal, Lease lease) =>
        new(plan, platform, journal, lease, _time, _observer, () => RecordFacts(lease, plan.Port, isDeployed: true));

    async Task<Plan> PlanAsync(World world, Revision wanted, CancellationToken cancellation)
    {
        var plan = Planner.Deploy(_environment, platform.Name, world, wanted);
        plan = await _migrations.WithMigrationsAsync(plan, cancellation);
        await _migrations.RequireReleasesAsync(plan, world, cancellation);
        return plan;
    }

    /// <summary>The plan for the world as it is takes the refused one's place and waits, where there is something to do.</summary>
    async Task<Outcome> RefuseAsync(
        Plan plan,
        IReadOnlyList<string> differences,
        World world,
        Lease lease,
        CancellationToken cancellation
    )
    {
        var anew =
            plan.Purpose == Purpose.Deploy
                ? Planner.Deploy(_environment, platform.Name, world, plan.Wanted)
                : Planner.Rollback(_environment, platform.Name, world, plan.Wanted);
        anew = await _migrations.WithMigrationsAsync(anew, cancellation);
        _plans.Forget(plan.Digest);
        if (anew.IsEmpty)
            return new NothingToDo(anew, $"{plan.Wanted} is live on {platform.Url} already.");
        if (anew.Purpose == Purpose.Deploy)
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
