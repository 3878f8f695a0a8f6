using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>What it means to check, do and undo each step.</summary>
public static class StepEffects
{
    /// <summary>
    /// The world shows that the step is done, or that a later step of its kind has gone further. False for what leaves no
    /// trace (readiness, smoke, drain, bake) and for what is safe to repeat (migrations): those are done again.
    /// </summary>
    public static bool Holds(Step step, World world) =>
        step switch
        {
            OpenGateway open => world.GatewayPort == open.Port,
            StartSlot start => start.Revision.RunsTheSame(world[start.Slot].Revision)
                && world[start.Slot].Instances >= start.Instances,
            Scale scale when scale.To > scale.From => scale.Revision.RunsTheSame(world[scale.Slot].Revision)
                && world[scale.Slot].Instances >= scale.To,
            Scale scale => world[scale.Slot].Instances <= scale.To,
            StopSlot stop => world[stop.Slot].Revision is null,
            Hold => Split.Of(world) == Split.None,
            Shift shift => Split.Of(world) == shift.To,
            Switch move => world[move.To].Traffic == 100,
            // What precedes the migration is done when the migration is.
            BackUp backUp => IsMigrated(world, backUp.Wanted),
            Rehearse rehearse => IsMigrated(world, rehearse.Wanted),
            _ => false,
        };

    /// <summary>
    /// Steps that only lead up to the switch. Once that has taken effect they are behind, and are not done again, though
    /// the world does not show them any more: a hold would stop what serves.
    /// </summary>
    public static bool LeadsToSwitch(Step step) => step is Hold or Shift or Bake;

    /// <summary>
    /// The world shows that the step is undone, or was never done. An undo that comes after those of later steps must not
    /// be repeated before them: traffic would go back to what they have stopped, or instances that they have brought back
    /// would go. False for every undo that can be repeated at any time.
    /// </summary>
    public static bool IsUndone(Step step, World world) =>
        step switch
        {
            Switch { HoldSeconds: not null } move => world[move.To].Traffic < 100,
            Switch { Before: { } before } move => world[move.To].Traffic <= before[move.To],
            Shift shift when Rising(shift) is { } slot => shift.From[slot] > 0
                && world[slot].Traffic <= shift.From[slot],
            Scale scale when scale.To > scale.From => world[scale.Slot].Instances <= scale.From,
            Scale scale => IsServing(world[scale.Slot], scale.Revision, scale.From),
            StopSlot stop => IsServing(world[stop.Slot], stop.Revision, stop.Instances),
            _ => false,
        };

    /// <returns>What it measured or made, in words; null: nothing that anybody asks for later.</returns>
    public static async Task<string?> DoAsync(
        Step step,
        IPlatform platform,
        TimeProvider time,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        switch (step)
        {
            case OpenGateway open:
                await platform.OpenGatewayAsync(open.Port, context, cancellation);
                break;
            case BackUp backUp:
                return await BackUpAsync(backUp, Database(platform), context, cancellation);
            case Rehearse rehearse:
                return await new Rehearsal(Database(platform), context.By).RunAsync(
                    rehearse.Wanted,
                    rehearse.Live,
                    rehearse.Checks,
                    context,
                    cancellation
                );
            case Migrate migrate:
                await platform.MigrateAsync(migrate.Revision, context, cancellation);
                break;
            case StartSlot start:
                await platform.StartAsync(start.Slot, start.Revision, start.Instances, context, cancellation);
                break;
            case Scale scale:
                await platform.ScaleAsync(scale.Slot, scale.Revision, scale.To, context, cancellation);
                break;
            case StopSlot stop:
                await platform.StopAsync(stop.Slot, context, cancellation);
                break;
            case AwaitReady ready:
                await platform.AwaitReadyAsync(ready.Slot, Seconds(ready.LimitSeconds), context, cancellation);
                break;
            case Smoke smoke:
                foreach (var check in smoke.Checks)
                    await platform.SmokeAsync(smoke.Slot, smoke.Revision, smoke.Via, check, context, cancellation);
                break;
            case Hold hold:
                await platform.HoldAsync(Seconds(hold.LimitSeconds), context, cancellation);
                break;
            case Shift shift:
                await platform.RouteAsync(shift.To, context, cancellation);
                break;
            case Bake bake:
                return await BakeWatch.RunAsync(bake, platform, time, context, cancellation);
            case Switch move:
                await platform.RouteAsync(Split.AllTo(move.To), context, cancellation);
                break;
            case Drain drain:
                await platform.DrainAsync(drain.Slot, Seconds(drain.LimitSeconds), context, cancellation);
                break;
            default:
                throw new NotSupportedException($"No effect for a step of type {step.GetType().Name}.");
        }

        return null;
    }

    public static Task UndoAsync(
        Step step,
        IPlatform platform,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        step switch
        {
            BackUp or Rehearse => Database(platform).SweepAsync(context, cancellation),
            OpenGateway { From: { } port } => platform.OpenGatewayAsync(port, context, cancellation),
            OpenGateway => platform.CloseGatewayAsync(context, cancellation),
            StartSlot start => platform.StopAsync(start.Slot, context, cancellation),
            Scale scale when scale.To > scale.From => platform.ScaleAsync(
                scale.Slot,
                scale.Revision,
                scale.From,
                context,
                cancellation
            ),
            Scale scale => BringBackAsync(
                platform,
                scale.Slot,
                scale.Revision,
                scale.From,
                scale.ReadySeconds,
                context,
                cancellation
            ),
            StopSlot stop => BringBackAsync(
                platform,
                stop.Slot,
                stop.Revision,
                stop.Instances,
                stop.ReadySeconds,
                context,
                cancellation
            ),
            Hold hold => platform.RouteAsync(Split.AllTo(hold.From), context, cancellation),
            Shift shift => platform.RouteAsync(shift.From, context, cancellation),
            Switch { HoldSeconds: { } limit } => platform.HoldAsync(Seconds(limit), context, cancellation),
            Switch { Before: { } before } => platform.RouteAsync(before, context, cancellation),
            Switch { From: { } from } => platform.RouteAsync(Split.AllTo(from), context, cancellation),
            Switch => platform.RouteAsync(Split.None, context, cancellation),
            _ => Task.CompletedTask,
        };

    // Traffic comes back to these instances next: not before they can take it.
    static async Task BringBackAsync(
        IPlatform platform,
        Slot slot,
        Revision revision,
        int instances,
        int readySeconds,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        await platform.ScaleAsync(slot, revision, instances, context, cancellation);
        await platform.AwaitReadyAsync(slot, Seconds(readySeconds), context, cancellation);
    }

    // Its settings may have changed since, so only the image says whether it is back.
    static bool IsServing(SlotState slot, Revision revision, int instances) =>
        string.Equals(slot.Revision?.Digest, revision.Digest, StringComparison.Ordinal)
        && slot.Instances >= instances
        && slot.Healthy >= instances;

    /// <summary>The slot that gets more by it; null: neither does.</summary>
    static Slot? Rising(Shift shift) =>
        Slots.All.Cast<Slot?>().FirstOrDefault(slot => shift.To[slot!.Value] > shift.From[slot.Value]);

    static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    static async Task<string?> BackUpAsync(
        BackUp step,
        IDatabase database,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        (
            await new BackupRun(database, context.By).RunAsync(
                step.Live,
                $"before {step.Wanted}",
                inFlightSince: null,
                context,
                cancellation
            )
        ).Name;

    static IDatabase Database(IPlatform platform) =>
        platform.Database ?? throw new StepFailedException($"The platform {platform.Name} cannot back up a database.");

    static bool IsMigrated(World world, Revision wanted) =>
        string.Equals(world.MigratedBy, wanted.Digest, StringComparison.Ordinal);
}
