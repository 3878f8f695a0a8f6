using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Leases;

namespace Slipway.Delivery.Execution;

/// <summary>What every effect gets: who is acting, and where to say how it goes.</summary>
/// <param name="Token">
/// The lease's fencing token. Whoever changes something on the platform's behalf refuses a token below the newest seen.
/// </param>
/// <param name="Progress">One line for a person while a long effect runs.</param>
/// <param name="By">Who is acting, for records.</param>
public sealed record EffectContext(long Token, Action<string> Progress, string By = "unknown")
{
    /// <summary>
    /// Runs a change of a record if and only if the lease still holds, both in one step; throws
    /// <see cref="LeaseLostException"/> where it does not. Default: the change is made.
    /// </summary>
    public Action<Action> Guard { get; init; } = change => change();

    /// <summary>For the holder of a lease.</summary>
    public static EffectContext Under(Lease lease, Action<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return new EffectContext(lease.Token, progress ?? (_ => { }), lease.Holder.ToString()) { Guard = lease.Guard };
    }
}

/// <summary>
/// Where the instances of one environment run: the effects that a deployment is made of. Each is safe to do again,
/// each ends within a limit of its own, and each throws <see cref="StepFailedException"/> for a failure it expects.
/// </summary>
public interface IPlatform
{
    /// <summary>The name in plans and in Status: <c>local</c>.</summary>
    string Name { get; }

    /// <summary>Where users reach the environment.</summary>
    Uri Url { get; }

    /// <summary>The environment's database; null: its backend has no verbs for backups, or this platform cannot run them.</summary>
    IDatabase? Database => null;

    /// <summary>Changes nothing, and needs no lease.</summary>
    Task<World> ObserveAsync(CancellationToken cancellation);

    /// <summary>
    /// True: the environment's state was removed while it ran, and what ran of it still does. Changes nothing, and needs no
    /// lease. Default: the platform cannot come to that.
    /// </summary>
    Task<bool> HasRemainsAsync(CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>
    /// The first thing that the new holder of a lease does. When it returns, nobody with an older token changes anything
    /// here any more, nothing that an older one has started goes on changing the database, and what ran of an environment
    /// that was removed here has ended. Default: the platform needs no such word.
    /// </summary>
    Task FenceAsync(EffectContext context, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// Whatever looks after the instances runs, so that one which ends is started again; nothing that serves is touched.
    /// Default: the platform looks after them itself.
    /// </summary>
    Task TendAsync(EffectContext context, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// Brings up the front door on a port, with the routes it had; it is closed where it was before. A port that
    /// somebody else has is an error, found before anything is changed.
    /// </summary>
    Task OpenGatewayAsync(int port, EffectContext context, CancellationToken cancellation);

    Task CloseGatewayAsync(EffectContext context, CancellationToken cancellation);

    /// <summary>
    /// What the image's migrations would do to the environment's database, one that is not there yet included. Null: the
    /// image does not tell. Changes nothing, and needs no lease.
    /// </summary>
    Task<Plans.PlannedMigrations?> PendingMigrationsAsync(Revision revision, CancellationToken cancellation);

    /// <summary>Runs the image's migrations to their end.</summary>
    Task MigrateAsync(Revision revision, EffectContext context, CancellationToken cancellation);

    /// <summary>
    /// Exactly <paramref name="instances"/> of the revision in the slot and nothing else; not yet ready. The image is
    /// verified first.
    /// </summary>
    Task StartAsync(Slot slot, Revision revision, int instances, EffectContext context, CancellationToken cancellation);

    /// <summary>An empty slot; requests in flight are given the environment's drain timeout first.</summary>
    Task StopAsync(Slot slot, EffectContext context, CancellationToken cancellation);

    /// <summary>Returns when every instance is ready; throws at once when one of them has exited.</summary>
    Task AwaitReadyAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation);

    /// <summary>Asks one smoke check of a slot.</summary>
    Task SmokeAsync(
        Slot slot,
        Revision revision,
        Plans.Via via,
        SmokeCheck check,
        EffectContext context,
        CancellationToken cancellation
    );

    /// <summary>
    /// The public requests are split so, from the next one on, over every instance of a slot that has a share.
    /// <see cref="Split.None"/>: each is refused. Ends a hold.
    /// </summary>
    Task RouteAsync(Split split, EffectContext context, CancellationToken cancellation);

    /// <summary>
    /// No slot gets a public request: each waits at the front door until traffic is routed again, and is refused when it
    /// has waited for <paramref name="limit"/>.
    /// </summary>
    Task HoldAsync(TimeSpan limit, EffectContext context, CancellationToken cancellation);

    /// <summary>
    /// Makes it so many instances of the revision that the slot holds; those that stay are not touched. New ones are not
    /// yet ready and get no request before traffic is routed the next time. One that goes gets no request any more and
    /// is given the environment's drain timeout first. 0: an empty slot. A slot that holds something else, or nothing,
    /// is started as <see cref="StartAsync"/> does.
    /// </summary>
    Task ScaleAsync(Slot slot, Revision revision, int instances, EffectContext context, CancellationToken cancellation);

    /// <summary>
    /// What was counted of the slot's requests since its revision was started there, or since the front door was, where
    /// that was later. Changes nothing, and needs no lease.
    /// </summary>
    Task<SlotStatistics> StatisticsAsync(Slot slot, CancellationToken cancellation);

    /// <summary>Returns when the slot has no request in flight, or the limit has passed.</summary>
    Task DrainAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation);

    /// <summary>Everything of the environment that runs is stopped.</summary>
    Task DestroyAsync(EffectContext context, CancellationToken cancellation);
}
