using FsCheck;
using FsCheck.Fluent;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Strategies;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Strategies;

public sealed class BlueGreenTests
{
    static readonly BlueGreen s_strategy = new();

    [Fact]
    public void An_empty_world_gets_a_gateway_first_and_nothing_to_drain() =>
        Kinds(World.Empty, Some.V1)
            .Should()
            .Equal("OpenGateway", "Migrate", "StartSlot", "AwaitReady", "Smoke", "Switch", "Smoke");

    [Fact]
    public void A_serving_world_is_switched_to_the_other_slot_and_the_old_one_is_drained() =>
        Steps(Some.Serving(Some.V1), Some.V2)
            .Should()
            .BeEquivalentTo(
                new Step[]
                {
                    new Migrate(Some.V2),
                    new StartSlot(Slot.Green, Some.V2, 1),
                    new AwaitReady(Slot.Green, 1, 60),
                    new Smoke(Slot.Green, Some.V2, Via.Preview, Some.Environment.SmokeChecks),
                    new Switch(Slot.Green, Slot.Blue),
                    new Smoke(Slot.Green, Some.V2, Via.Public, Some.Environment.SmokeChecks),
                    new Drain(Slot.Blue, 30),
                },
                options => options.RespectingRuntimeTypes().WithStrictOrdering()
            );

    [Fact]
    public void With_a_bake_time_the_new_slot_is_watched_before_the_old_one_is_drained() =>
        new BlueGreen(TimeSpan.FromMinutes(2))
            .Plan(Purpose.Deploy, Some.Serving(Some.V1), Some.V2, Some.Environment)
            .TakeLast(3)
            .Select(step => step.GetType().Name)
            .Should()
            .Equal("Smoke", "Bake", "Drain");

    [Fact]
    public void A_first_deployment_and_a_rollback_do_not_bake()
    {
        var baking = new BlueGreen(TimeSpan.FromMinutes(2));

        baking.Plan(Purpose.Deploy, World.Empty, Some.V2, Some.Environment).Should().NotContain(step => step is Bake);
        baking
            .Plan(Purpose.Rollback, Some.Serving(Some.V2, kept: Some.V1), Some.V1, Some.Environment)
            .Should()
            .NotContain(step => step is Bake);
    }

    // An approval names a plan's digest: the same plan must have it tomorrow too. It changed once, when the titles of steps
    // were left out.
    [Fact]
    public void Its_plans_are_byte_for_byte_what_they_were() =>
        Planner
            .Deploy(Some.Environment, "local", Some.Serving(Some.V1), Some.V2)
            .Digest.Should()
            .Be("a9b522a3756daccc90af117dc02f5dac503cdcb105f9ba04d826670ac0424484");

    [Fact]
    public void Traffic_that_was_split_by_hand_leaves_the_idle_slot_before_that_is_touched() =>
        Steps(
            Some.Serving(Some.V1, kept: Some.V3) with
            {
                Blue = new SlotState(Slot.Blue, Some.V1, 1, 1, 60),
                Green = new SlotState(Slot.Green, Some.V3, 1, 1, 40),
            },
            Some.V2
        )[0]
            .Should()
            .Be(new Shift(Split.AllTo(Slot.Blue), Split.AllTo(Slot.Blue)));

    [Fact]
    public void A_revision_that_is_warm_in_the_idle_slot_is_not_started_again() =>
        Kinds(Some.Serving(Some.V2, kept: Some.V1), Some.V1).Should().NotContain("StartSlot");

    [Fact]
    public void A_warm_revision_with_another_configuration_is_started_again() =>
        Kinds(Some.Serving(Some.V2, kept: Some.V1), Some.V1 with { Configuration = "sha256:0" })
            .Should()
            .Contain("StartSlot");

    [Fact]
    public void A_rollback_applies_no_migration() =>
        s_strategy
            .Plan(Purpose.Rollback, Some.Serving(Some.V2, kept: Some.V1), Some.V1, Some.Environment)
            .Should()
            .NotContain(step => step is Migrate);

    [Fact]
    public void A_backend_without_migrations_gets_none()
    {
        var environment = Some.Environment with { Service = new ServiceContract { MigrateArguments = [] } };

        s_strategy.Plan(Purpose.Deploy, World.Empty, Some.V1, environment).Should().NotContain(step => step is Migrate);
    }

    [Fact]
    public void A_live_slot_whose_processes_are_gone_is_replaced_without_draining() =>
        Kinds(
                Some.Serving(Some.V1) with
                {
                    GatewayPort = null,
                    Blue = new SlotState(Slot.Blue, Some.V1, 0, 0, 100),
                },
                Some.V1
            )
            .Should()
            .Equal("OpenGateway", "Migrate", "StartSlot", "AwaitReady", "Smoke", "Switch", "Smoke");

    [Fact]
    public void The_plan_is_empty_when_the_wanted_revision_is_live_and_healthy()
    {
        var plan = Planner.Deploy(Some.Environment, "local", Some.Serving(Some.V1), Some.V1);

        plan.IsEmpty.Should().BeTrue();
        plan.PointOfNoReturn.Should().Be(-1);
    }

    [Fact]
    public void From_any_world_the_steps_end_with_the_wanted_revision_serving_and_never_stop_what_serves()
    {
        Prop.ForAll(
                Worlds().ToArbitrary(),
                world =>
                {
                    var machine = new Machine { World = world };
                    var platform = new ModelPlatform(machine);
                    var steps = Planner.Deploy(Some.Environment, "model", world, Some.V2).Steps;

                    var context = new EffectContext(1, _ => { });
                    foreach (var step in steps)
                        StepEffects
                            .DoAsync(step, platform, TimeProvider.System, context, default)
                            .GetAwaiter()
                            .GetResult();

                    machine.World.Live!.Revision.Should().Be(Some.V2);
                    machine.World.Live.Healthy.Should().Be(1);
                    machine.Outages.Should().BeEmpty();
                    steps.Count(step => step is Switch).Should().BeLessThanOrEqualTo(1);
                    Planner.Deploy(Some.Environment, "model", machine.World, Some.V2).IsEmpty.Should().BeTrue();
                }
            )
            .QuickCheckThrowOnFailure();
    }

    static IEnumerable<string> Kinds(World world, Revision wanted) =>
        Steps(world, wanted).Select(step => step.GetType().Name);

    static IReadOnlyList<Step> Steps(World world, Revision wanted) =>
        s_strategy.Plan(Purpose.Deploy, world, wanted, Some.Environment);

    static Gen<World> Worlds() =>
        from gateway in Gen.Elements<int?>(null, 8081, 9081)
        from live in Gen.Elements<Slot?>(null, Slot.Blue, Slot.Green)
        from blue in Slots(Slot.Blue, live == Slot.Blue)
        from green in Slots(Slot.Green, live == Slot.Green)
        select new World
        {
            GatewayPort = gateway,
            Blue = blue,
            Green = green,
        };

    static Gen<SlotState> Slots(Slot slot, bool isLive) =>
        from revision in Gen.Elements(isLive ? [Some.V1, Some.V2] : new[] { null, Some.V1, Some.V2 })
        from instances in Gen.Choose(0, 2)
        from healthy in Gen.Choose(0, instances)
        select new SlotState(
            slot,
            revision,
            revision is null ? 0 : instances,
            revision is null ? 0 : healthy,
            isLive ? 100 : 0
        );
}
