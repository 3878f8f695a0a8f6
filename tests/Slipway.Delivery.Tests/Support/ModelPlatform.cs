using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Tests.Support;

/// <summary>A platform whose instances exist in a model only; a fuse can kill its caller before, in and after each effect.</summary>
sealed class ModelPlatform(Machine machine, Fuse? fuse = null) : IPlatform
{
    readonly Fuse _fuse = fuse ?? new Fuse();

    public string Name => "model";

    public Uri Url { get; } = new("http://127.0.0.1:8081");

    public IDatabase? Database { get; init; }

    /// <summary>The effect of this name fails, as a bad revision makes it fail.</summary>
    public string? Failing { get; init; }

    /// <summary>Runs at the beginning of each effect.</summary>
    public Action<string>? Before { get; init; }

    public Task FenceAsync(EffectContext context, CancellationToken cancellation)
    {
        _fuse.Point();
        machine.Fence(context.Token);
        return Task.CompletedTask;
    }

    public Task<World> ObserveAsync(CancellationToken cancellation)
    {
        _fuse.Point();
        return Task.FromResult(machine.World);
    }

    /// <summary>What the images would migrate; null: they do not tell.</summary>
    public PlannedMigrations? Pending { get; init; }

    public Task<PlannedMigrations?> PendingMigrationsAsync(Revision revision, CancellationToken cancellation) =>
        Task.FromResult(Pending);

    public Task OpenGatewayAsync(int port, EffectContext context, CancellationToken cancellation) =>
        EffectAsync("open", context, world => world with { GatewayPort = port });

    public Task CloseGatewayAsync(EffectContext context, CancellationToken cancellation) =>
        EffectAsync("close", context, world => world with { GatewayPort = null });

    public Task MigrateAsync(Revision revision, EffectContext context, CancellationToken cancellation) =>
        EffectAsync("migrate", context, world => world with { MigratedBy = revision.Digest });

    public Task StartAsync(
        Slot slot,
        Revision revision,
        int instances,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        EffectAsync(
            $"start {slot.Name()}",
            context,
            world => world.With(new SlotState(slot, revision, instances, 0, world[slot].Traffic)),
            // Killed in the middle: the slot is recorded and no instance runs yet.
            world => world.With(new SlotState(slot, revision, 0, 0, world[slot].Traffic))
        );

    public Task StopAsync(Slot slot, EffectContext context, CancellationToken cancellation) =>
        EffectAsync(
            $"stop {slot.Name()}",
            context,
            world => world.With(SlotState.Empty(slot) with { Traffic = world[slot].Traffic }),
            world => world.With(world[slot] with { Instances = 0, Healthy = 0 })
        );

    public Task AwaitReadyAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        EffectAsync(
            $"ready {slot.Name()}",
            context,
            world => world.With(world[slot] with { Healthy = world[slot].Instances })
        );

    public Task SmokeAsync(
        Slot slot,
        Revision revision,
        Via via,
        SmokeCheck check,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return EffectAsync($"smoke {via}", context, world => world);
    }

    public Task RouteAsync(Split split, EffectContext context, CancellationToken cancellation) =>
        EffectAsync($"route {Named(split)}", context, world => Divided(world, split, isHeld: false));

    public Task HoldAsync(TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        EffectAsync("hold", context, world => Divided(world, Split.None, isHeld: true));

    public Task ScaleAsync(
        Slot slot,
        Revision revision,
        int instances,
        EffectContext context,
        CancellationToken cancellation
    ) =>
        EffectAsync(
            $"scale {slot.Name()} {instances}",
            context,
            world => Scaled(world, slot, revision, instances),
            // Killed in the middle: one more is started, or all but one of those that go are still there.
            world =>
                world[slot].Instances == instances
                    ? world
                    : Scaled(
                        world,
                        slot,
                        revision,
                        world[slot].Instances + Math.Sign(instances - world[slot].Instances)
                    )
        );

    public Task<SlotStatistics> StatisticsAsync(Slot slot, CancellationToken cancellation)
    {
        _fuse.Point();
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(
            machine.Counted.GetValueOrDefault(slot, SlotStatistics.Nothing(DateTimeOffset.UnixEpoch))
        );
    }

    public Task DrainAsync(Slot slot, TimeSpan limit, EffectContext context, CancellationToken cancellation) =>
        EffectAsync($"drain {slot.Name()}", context, world => world);

    public Task DestroyAsync(EffectContext context, CancellationToken cancellation) =>
        EffectAsync("destroy", context, _ => World.Empty);

    static World Scaled(World world, Slot slot, Revision revision, int instances)
    {
        var state = world[slot];
        var isOther = !revision.RunsTheSame(state.Revision);
        return world.With(
            instances == 0
                ? SlotState.Empty(slot) with
                {
                    Traffic = state.Traffic,
                }
                : state with
                {
                    Revision = revision,
                    Instances = instances,
                    Healthy = isOther ? 0 : Math.Min(instances, state.Healthy),
                }
        );
    }

    World Divided(World world, Split split, bool isHeld)
    {
        machine.IsHeld = isHeld;
        // Every instance of a slot with a share gets requests from now on, whether it is ready or not.
        foreach (var slot in world.Slots.Where(slot => split[slot.Name] > 0 && slot.Healthy < slot.Instances))
            machine.Outages.Add($"route {Named(split)}: {slot.Name.Name()} is not ready");
        return world with
        {
            Blue = world.Blue with { Traffic = split.Blue },
            Green = world.Green with { Traffic = split.Green },
        };
    }

    static string Named(Split split) =>
        split == Split.None
            ? "nowhere"
            : Slots.All.Where(slot => split[slot] == 100).Select(slot => slot.Name()).FirstOrDefault() ?? $"{split}";

    Task EffectAsync(string name, EffectContext context, Func<World, World> whole, Func<World, World>? half = null)
    {
        _fuse.Point();
        Before?.Invoke(name);
        context.Progress(name);
        if (string.Equals(name, Failing, StringComparison.Ordinal))
            throw new StepFailedException(new Evidence($"{name} failed.", "/logs/it.log", ["last words"]));
        if (half is not null && _fuse.DiesHere())
        {
            machine.Change(name, context.Token, half);
            throw new KilledException();
        }

        machine.Change(name, context.Token, whole);
        _fuse.Point();
        return Task.CompletedTask;
    }
}
