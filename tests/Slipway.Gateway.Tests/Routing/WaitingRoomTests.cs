using Slipway.Gateway.Routing;
using Slipway.Gateway.State;
using Slipway.Protocol.Gateway;
using Slipway.Testing;

namespace Slipway.Gateway.Tests.Routing;

public sealed class WaitingRoomTests : IDisposable
{
    readonly ManualTime _time = new();
    readonly CancellationTokenSource _stopping = new();
    readonly Router _router = new();
    readonly WaitingRoom _room;

    public WaitingRoomTests() => _room = new WaitingRoom(_router, _time, _stopping.Token, places: 2);

    public void Dispose() => _stopping.Dispose();

    void Use(int weight, double hold) =>
        _router.Use(
            new GatewayState(
                GatewayState.CurrentVersion,
                1,
                [new SlotRoutes("blue", [GatewayFixture.Nobody], weight)],
                GatewayFixture.PreviewKey,
                hold
            )
        );

    Task<Place?> EnterAsync(CancellationToken gone = default) =>
        _room.EnterAsync(previewKey: null, previewSlot: null, gone);

    [Fact]
    public async Task A_table_with_weight_ends_the_wait_of_all()
    {
        Use(weight: 0, hold: 60);
        var both = Task.WhenAll(EnterAsync(), EnterAsync());
        Use(weight: 0, hold: 60);
        both.IsCompleted.Should().BeFalse();

        Use(weight: 1, hold: 0);

        (await both).Should().OnlyContain(place => place!.Value.Slot.Name == "blue");
        _router.InFlight("blue").Should().Be(2);
        _room.Waiting.Should().Be(0);
    }

    [Fact]
    public async Task The_limit_runs_from_the_arrival_whichever_table_says_it()
    {
        Use(weight: 0, hold: 60);
        var entering = EnterAsync();
        _time.Advance(TimeSpan.FromSeconds(59));
        entering.IsCompleted.Should().BeFalse();

        Use(weight: 0, hold: 30);

        (await entering).Should().BeNull();
        _room.Waiting.Should().Be(0);
    }

    [Fact]
    public async Task At_the_limit_there_is_no_slot()
    {
        Use(weight: 0, hold: 60);
        var entering = EnterAsync();

        _time.Advance(TimeSpan.FromSeconds(60));

        (await entering).Should().BeNull();
    }

    [Fact]
    public async Task A_table_that_holds_nobody_lets_them_go_without_a_slot()
    {
        Use(weight: 0, hold: 60);
        var entering = EnterAsync();

        Use(weight: 0, hold: 0);

        (await entering).Should().BeNull();
        (await EnterAsync()).Should().BeNull();
    }

    [Fact]
    public async Task When_every_place_is_taken_the_next_is_turned_away_until_one_goes()
    {
        Use(weight: 0, hold: 60);
        using var leaving = new CancellationTokenSource();
        var first = EnterAsync(leaving.Token);
        var second = EnterAsync();
        (await EnterAsync()).Should().BeNull();

        await leaving.CancelAsync();
        (await first).Should().BeNull();
        var third = EnterAsync();

        third.IsCompleted.Should().BeFalse();
        _room.Waiting.Should().Be(2);
        Use(weight: 1, hold: 0);
        (await Task.WhenAll(second, third)).Should().NotContainNulls();
    }

    [Fact]
    public async Task A_preview_does_not_wait()
    {
        Use(weight: 0, hold: 60);

        (await _room.EnterAsync(GatewayFixture.PreviewKey, "red", gone: default)).Should().BeNull();
    }

    [Fact]
    public async Task A_gateway_that_is_stopped_lets_nobody_wait()
    {
        Use(weight: 0, hold: 60);
        var entering = EnterAsync();

        await _stopping.CancelAsync();

        (await entering).Should().BeNull();
        (await EnterAsync()).Should().BeNull();
    }
}
