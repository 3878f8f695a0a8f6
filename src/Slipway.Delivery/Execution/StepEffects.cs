using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>What it means to check, do and undo each step.</summary>
public static class StepEffects
{
    /// <summary>
    /// The world shows that the step is done. False for what leaves no trace (readiness, smoke, drain) and for what
    /// is safe to repeat (migrations): those are done again.
    /// </summary>
    public static bool Holds(Step step, World world) =>
        step switch
        {
            OpenGateway open => world.GatewayPort == open.Port,
            StartSlot start => start.Revision.RunsTheSame(world[start.Slot].Revision)
                && world[start.Slot].Instances == start.Instances,
            Switch move => world[move.To].Traffic == 100,
            _ => false,
        };

    public static async Task DoAsync(
        Step step,
        IPlatform platform,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        switch (step)
        {
            case OpenGateway open:
                await platform.OpenGatewayAsync(open.Port, context, cancellation);
                break;
            case Migrate migrate:
                await platform.MigrateAsync(migrate.Revision, context, cancellation);
                break;
            case StartSlot start:
                await platform.StartAsync(start.Slot, start.Revision, start.Instances, context, cancellation);
                break;
            case AwaitReady ready:
                var limit = TimeSpan.FromSeconds(ready.LimitSeconds);
                await platform.AwaitReadyAsync(ready.Slot, limit, context, cancellation);
                break;
            case Smoke smoke:
                foreach (var check in smoke.Checks)
                    await platform.SmokeAsync(smoke.Slot, smoke.Revision, smoke.Via, check, context, cancellation);
                break;
            case Switch move:
                await platform.RouteAsync(Split.AllTo(move.To), context, cancellation);
                break;
            case Drain drain:
                await platform.DrainAsync(drain.Slot, TimeSpan.FromSeconds(drain.LimitSeconds), context, cancellation);
                break;
            default:
                throw new NotSupportedException($"No effect for a step of type {step.GetType().Name}.");
        }
    }

    public static Task UndoAsync(
        Step step,
        IPlatform platform,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        step switch
        {
            OpenGateway { From: { } port } => platform.OpenGatewayAsync(port, context, cancellation),
            OpenGateway => platform.CloseGatewayAsync(context, cancellation),
            StartSlot start => platform.StopAsync(start.Slot, context, cancellation),
            Switch { From: { } from } => platform.RouteAsync(Split.AllTo(from), context, cancellation),
            Switch => platform.RouteAsync(Split.None, context, cancellation),
            _ => Task.CompletedTask,
        };
}
