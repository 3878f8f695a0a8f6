using FsCheck;
using FsCheck.Fluent;
using Slipway.Gateway.Routing;
using Slipway.Gateway.State;
using Slipway.Protocol.Gateway;

namespace Slipway.Gateway.Tests.Routing;

public sealed class RouterTests
{
    const string Key = "0123456789abcdef";

    static GatewayState Table(int blue, int green) =>
        new(
            GatewayState.CurrentVersion,
            1,
            [new SlotRoutes("blue", [GatewayFixture.Nobody], blue), new SlotRoutes("green", [], green)],
            Key
        );

    static Router Routing(int blue, int green)
    {
        var router = new Router();
        router.Use(Table(blue, green));
        return router;
    }

    [Fact]
    public void Without_any_weight_nothing_is_routed()
    {
        Routing(0, 0).Enter(previewKey: null, previewSlot: null).Should().BeNull();
        new Router().Enter(previewKey: null, previewSlot: null).Should().BeNull();
    }

    [Fact]
    public void Each_slot_gets_its_share_at_any_time() =>
        Prop.ForAll(
                Gen.Choose(1, 100).ToArbitrary(),
                Gen.Choose(1, 100).ToArbitrary(),
                Gen.Choose(1, 2000).ToArbitrary(),
                (blue, green, requests) =>
                {
                    var router = Routing(blue, green);
                    for (var request = 0; request < requests; request++)
                        router.Enter(previewKey: null, previewSlot: null);
                    var expected = requests * (double)blue / (blue + green);
                    return Math.Abs(router.InFlight("blue") - expected) <= 4;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_preview_reaches_a_slot_without_weight()
    {
        var router = Routing(100, 0);

        router.Enter(Key, "green")!.Value.Slot.Name.Should().Be("green");
        router.Enter(Key, "red").Should().BeNull();
    }

    [Theory]
    [InlineData("0123456789abcdeX", "green")]
    [InlineData("0123456789abcdef0", "green")]
    [InlineData("", "green")]
    [InlineData(null, "green")]
    [InlineData(Key, null)]
    public void Without_the_right_key_a_preview_is_any_request(string? key, string? slot) =>
        Routing(100, 0).Enter(key, slot)!.Value.Slot.Name.Should().Be("blue");

    [Fact]
    public void A_slot_that_left_the_table_is_shown_while_something_is_in_flight_there()
    {
        var router = Routing(100, 0);
        var route = router.Enter(previewKey: null, previewSlot: null)!.Value;

        router.Use(GatewayState.Empty);

        router.Status().Should().ContainSingle().Which.Should().Match<SlotStatus>(slot => slot.InFlight == 1);
        route.Leave();
        router.Status().Should().BeEmpty();
    }

    [Fact]
    public void Instances_of_a_slot_take_turns()
    {
        var slot = new SlotRoutes("blue", [GatewayFixture.Nobody, GatewayFixture.Nobody, GatewayFixture.Nobody], 1);
        var route = new RoutedSlot(new Slot("blue"), slot);

        var prefixes = Enumerable.Range(0, 6).Select(_ => route.Prefix(route.NextTurn())).ToList();

        prefixes.Distinct().Should().HaveCount(3);
        prefixes.Take(3).Should().Equal(prefixes.Skip(3));
    }

    static GatewayState Blue(params Destination[] instances) =>
        new(GatewayState.CurrentVersion, 1, [new SlotRoutes("blue", instances, 1)], Key);

    static Destination Named(string id) => GatewayFixture.Nobody with { Id = id };

    [Fact]
    public void What_is_in_flight_is_counted_for_each_instance_too_whatever_table_it_is_in()
    {
        var (one, two) = (Named("1"), Named("2"));
        var router = new Router();
        router.Use(Blue(one, two));
        var first = router.Enter(previewKey: null, previewSlot: null)!.Value;
        var second = router.Enter(previewKey: null, previewSlot: null)!.Value;
        router.Use(Blue(two));

        router.InFlight("blue").Should().Be(2);
        router.InFlight("blue", "1").Should().Be(1);
        first.Leave();
        second.Leave();
        router.InFlight("blue").Should().Be(0);
        router.InFlight("blue", "1").Should().Be(0);
        router.InFlight("blue", "2").Should().Be(0);
    }

    [Fact]
    public void Only_an_instance_of_a_slot_with_weight_is_in_use()
    {
        var router = new Router();
        router.Use(Blue(Named("1")));
        router.IsInUse("blue", "1").Should().BeTrue();
        router.IsInUse("blue", destination: null).Should().BeTrue();
        router.IsInUse("blue", "2").Should().BeFalse();

        router.Use(Table(0, 1));

        router.IsInUse("blue", "nobody").Should().BeFalse();
    }

    [Fact]
    public void A_request_goes_on_to_each_other_instance_once_and_is_in_flight_at_the_last()
    {
        var router = new Router();
        router.Use(Blue(Named("1"), Named("2"), Named("3")));
        var place = router.Enter(previewKey: null, previewSlot: null)!.Value;

        var second = router.Next(place, null, null)!.Value;
        var third = router.Next(second, null, null)!.Value;
        var none = router.Next(third, null, null);

        none.Should().BeNull();
        new[] { place, second, third }.Select(one => one.Prefix).Should().OnlyHaveUniqueItems();
        router.InFlight("blue").Should().Be(1);
        third.Leave();
        router.InFlight("blue").Should().Be(0);
        new[] { "1", "2", "3" }.Sum(id => router.InFlight("blue", id)).Should().Be(0);
    }

    [Fact]
    public void A_request_whose_table_was_replaced_goes_on_where_the_new_one_says()
    {
        var router = new Router();
        router.Use(Blue(Named("1"), Named("2")));
        var place = router.Enter(previewKey: null, previewSlot: null)!.Value;
        router.Use(Blue(Named("3")));

        var next = router.Next(place, null, null)!.Value;

        router.InFlight("blue", "3").Should().Be(1);
        router.InFlight("blue", "1").Should().Be(0);
        router.InFlight("blue", "2").Should().Be(0);
        next.Leave();
        router.InFlight("blue").Should().Be(0);
    }

    [Fact]
    public void Once_a_slot_ran_dry_after_a_swap_no_request_enters_it_late()
    {
        var (toBlue, toGreen) = (Table(100, 0), Table(0, 100));
        var router = new Router();
        router.Use(toBlue);
        var (dry, ended, late) = (false, false, 0);
        var requests = Enumerable.Range(0, 2).Select(_ => new Thread(Request)).ToList();
        requests.ForEach(thread => thread.Start());

        for (var round = 0; round < 10_000; round++)
        {
            router.Use(toGreen);
            SpinWait.SpinUntil(() => router.InFlight("blue") == 0);
            Volatile.Write(ref dry, true);
            Thread.SpinWait(50);
            Volatile.Write(ref dry, false);
            router.Use(toBlue);
            Thread.SpinWait(50);
        }

        Volatile.Write(ref ended, true);
        requests.ForEach(thread => thread.Join());
        late.Should().Be(0);

        void Request()
        {
            while (!Volatile.Read(ref ended))
            {
                var route = router.Enter(previewKey: null, previewSlot: null)!.Value;
                if (route.Slot.Name == "blue" && Volatile.Read(ref dry))
                    Interlocked.Increment(ref late);
                route.Leave();
            }
        }
    }
}
