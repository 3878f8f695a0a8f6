using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Strategies;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Strategies;

/// <summary>What holds for every strategy.</summary>
public sealed class StrategyTests
{
    public static TheoryData<IStrategy> All { get; } =
    [
        new BlueGreen(),
        new BlueGreen(TimeSpan.FromSeconds(1)),
        new Canary([5, 50, 95], TimeSpan.FromSeconds(1), new Budget()),
        new Rolling(1),
        new Rolling(2),
        new Recreate(),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void From_any_world_the_steps_end_with_the_wanted_revision_serving_and_never_stop_what_serves(
        IStrategy strategy
    )
    {
        var environment = Some.Environment with { Strategy = strategy, Instances = 3 };
        Prop.ForAll(
                Worlds().ToArbitrary(),
                world =>
                {
                    var machine = new Machine { World = world };
                    var steps = Planner.Deploy(environment, "model", world, Some.V2).Steps;

                    DoAsync(machine, steps).GetAwaiter().GetResult();

                    machine
                        .World.Live.Should()
                        .BeEquivalentTo(
                            new
                            {
                                Revision = Some.V2,
                                Healthy = 3,
                                Traffic = 100,
                            }
                        );
                    machine.Outages.Should().BeEmpty();
                    steps.Count(step => step is Switch).Should().BeLessThanOrEqualTo(1);
                    Planner.Deploy(environment, "model", machine.World, Some.V2).IsEmpty.Should().BeTrue();
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Undone_in_reverse_from_anywhere_the_old_revision_serves_as_it_did(IStrategy strategy)
    {
        var environment = Some.Environment with { Strategy = strategy, Instances = 3 };
        var before = Some.Serving(Some.V1) with { Blue = new SlotState(Slot.Blue, Some.V1, 3, 3, 100) };
        var steps = Planner.Deploy(environment, "model", before, Some.V2).Steps;
        for (var done = 1; done <= steps.Count; done++)
        {
            var machine = new Machine { World = before };
            await DoAsync(machine, steps.Take(done));

            foreach (var step in steps.Take(done).Reverse())
                await StepEffects.UndoAsync(step, new ModelPlatform(machine), s_context, default);

            machine.World.Should().Be(before with { MigratedBy = machine.World.MigratedBy });
            machine.Outages.Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_plan_reads_back_as_it_was_written(IStrategy strategy)
    {
        using var directory = new TempDirectory();
        var environment = Some.Environment with { Strategy = strategy, Instances = 3 };
        var world = Some.Serving(Some.V1) with { Blue = new SlotState(Slot.Blue, Some.V1, 3, 3, 100) };
        var plan = Planner.Deploy(environment, "local", world, Some.V2);
        var path = directory["plan.json"];

        plan.Save(path);

        Plan.Load(path, plan.Digest)
            .Should()
            .BeEquivalentTo(plan, options => options.RespectingRuntimeTypes().WithStrictOrdering());
    }

    static readonly EffectContext s_context = new(1, _ => { });

    static async Task DoAsync(Machine machine, IEnumerable<Step> steps)
    {
        var platform = new ModelPlatform(machine);
        var time = new EagerTime(new ManualTime());
        foreach (var step in steps)
            await StepEffects.DoAsync(step, platform, time, s_context, default);
    }

    static Gen<World> Worlds() =>
        from gateway in Gen.Elements<int?>(null, 8081, 9081)
        from split in Gen.Elements(Split.None, Split.AllTo(Slot.Blue), Split.AllTo(Slot.Green), new Split(30, 70))
        from blue in States(Slot.Blue, split)
        from green in States(Slot.Green, split)
        select new World
        {
            GatewayPort = gateway,
            Blue = blue,
            Green = green,
        };

    // What is live serves as it should; what is not may be anything.
    static Gen<SlotState> States(Slot slot, Split split) =>
        from revision in Gen.Elements(split[slot] > 0 ? [Some.V1, Some.V2] : new[] { null, Some.V1, Some.V2 })
        from instances in Gen.Choose(split[slot] > 0 ? 1 : 0, 4)
        from healthy in Gen.Choose(split[slot] > 0 ? instances : 0, instances)
        select new SlotState(
            slot,
            revision,
            revision is null ? 0 : instances,
            revision is null ? 0 : healthy,
            split[slot]
        );
}
