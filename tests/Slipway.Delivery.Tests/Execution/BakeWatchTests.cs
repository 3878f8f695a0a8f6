using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;
using Slipway.Testing;

namespace Slipway.Delivery.Tests.Execution;

public sealed class BakeWatchTests
{
    static readonly Bake s_bake = new(Slot.Green, Slot.Blue, 60, new Budget(), Baseline.SameTime);

    readonly Machine _machine = new();
    readonly ManualTime _clock = new();
    readonly List<string> _said = [];

    [Fact]
    public async Task It_takes_its_time_and_says_how_it_goes()
    {
        Count(Slot.Blue, 1000, 1);
        Count(Slot.Green, 500, 0);
        var began = _clock.GetUtcNow();

        var said = await RunAsync(
            s_bake,
            afterLook: 3,
            () => Count(Slot.Green, 900, 0),
            () => Count(Slot.Blue, 2000, 2)
        );

        (_clock.GetUtcNow() - began).Should().Be(TimeSpan.FromSeconds(60));
        _said[0].Should().Be("60 s left: 0 requests, 0 errors");
        _said.Should().Contain("45 s left: 400 requests, 0 errors");
        _said[^1].Should().StartWith("met: new 400 requests, 0 errors (0 %), p99 10 ms; old 1000 requests, 1 errors");
        said.Should().Be(_said[^1]);
    }

    [Fact]
    public async Task A_slot_that_is_worse_fails_at_the_end_with_the_numbers()
    {
        var began = _clock.GetUtcNow();

        var baking = () => RunAsync(s_bake, 3, () => Count(Slot.Green, 400, 40), () => Count(Slot.Blue, 4000, 2));

        (await baking.Should().ThrowAsync<StepFailedException>())
            .Which.Message.Should()
            .Be(
                "The budget is exceeded: more errors (p <0.0001): new 400 requests, 40 errors (10 %), p99 10 ms; "
                    + "old 4000 requests, 2 errors (0.05 %), p99 10 ms."
            );
        (_clock.GetUtcNow() - began).Should().Be(TimeSpan.FromSeconds(60), "no test is made before");
    }

    [Fact]
    public async Task A_slot_beyond_the_hard_limit_fails_at_once()
    {
        var began = _clock.GetUtcNow();

        var baking = () => RunAsync(s_bake, 3, () => Count(Slot.Green, 400, 300), () => Count(Slot.Blue, 4000, 2));

        await baking
            .Should()
            .ThrowAsync<StepFailedException>()
            .WithMessage("*25 percentage points or more*300 errors*");
        (_clock.GetUtcNow() - began).Should().Be(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Before_the_switch_counts_what_the_old_slot_had_shown_until_then()
    {
        Count(Slot.Blue, 5000, 5);

        await RunAsync(s_bake with { Against = Baseline.Before }, 3, () => Count(Slot.Green, 900, 0));

        _said[^1].Should().StartWith("met: new 900 requests").And.Contain("old 5000 requests, 5 errors");
    }

    [Fact]
    public async Task Too_few_requests_follow_the_budgets_policy()
    {
        await RunAsync(s_bake, 3);
        _said[^1].Should().StartWith("not judged: new 0 requests");

        var strict = s_bake with { Budget = new Budget { WhenNotJudged = NotJudgedPolicy.Fail } };
        var baking = () => RunAsync(strict, 3);

        await baking.Should().ThrowAsync<StepFailedException>().WithMessage("*could not be judged in 60 s*");
    }

    Task<string> RunAsync(Bake bake, int afterLook, params Action[] then)
    {
        var looks = 0;
        return BakeWatch.RunAsync(
            bake,
            new ModelPlatform(_machine),
            new EagerTime(_clock),
            new EffectContext(
                1,
                line =>
                {
                    _said.Add(line);
                    if (++looks == afterLook)
                        Array.ForEach(then, happens => happens());
                }
            ),
            default
        );
    }

    void Count(Slot slot, long requests, long errors) =>
        _machine.Counted[slot] = new SlotStatistics(DateTimeOffset.UnixEpoch, requests, errors, [new(10, requests)]);
}
