using Slipway.Delivery.Environments;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Strategies;

/// <summary>
/// The new slot gets a growing share of the traffic, and after each growth it is judged by what the old slot shows at
/// the same time. A budget that is exceeded gives all traffic back to the old slot at once. The old slot stays warm. A
/// rollback, and a deployment where nothing serves, switch at once.
/// </summary>
/// <param name="Weights">The shares of the new slot in percent, ascending, from 1 to 99.</param>
/// <param name="BakeTime">How long each share is watched.</param>
/// <param name="Budget">What the new slot is allowed meanwhile.</param>
public sealed record Canary(IReadOnlyList<int> Weights, TimeSpan BakeTime, Budget Budget) : IStrategy
{
    public string Name => "canary";

    public string? Fault(EnvironmentSpec environment)
    {
        if (Weights.Count == 0 || Weights.Any(weight => weight is < 1 or > 99))
            return $"a canary has one or more weights from 1 to 99 percent, not [{string.Join(", ", Weights)}]";
        if (Weights.Zip(Weights.Skip(1)).Any(pair => pair.First >= pair.Second))
            return $"the weights of a canary ascend, and [{string.Join(", ", Weights)}] do not";
        if (BakeTime <= TimeSpan.Zero)
            return $"a canary bakes at each weight, so its bake time is above zero, not {BakeTime}";
        return BakeRules.Fault(BakeTime) ?? Budget.Fault();
    }

    public IReadOnlyList<Step> Plan(Purpose purpose, World world, Revision wanted, EnvironmentSpec environment)
    {
        var takeover = new Takeover(purpose, world, wanted, environment);
        return
        [
            .. takeover.Open(),
            .. takeover.Prepare(),
            .. takeover.Migrate(),
            .. takeover.Start(environment.Instances),
            .. purpose == Purpose.Deploy && takeover.Serving is { } old ? Grow(takeover.To, old.Name) : [],
            .. takeover.Switch(),
            .. takeover.Drain(),
        ];
    }

    // Each shift is undone to the old slot alone: what has failed gets no smaller share on the way back.
    IEnumerable<Step> Grow(Slot to, Slot from) =>
        Weights.SelectMany(weight =>
            (Step[])
                [
                    new Shift(Split.To(to, weight), Split.AllTo(from)),
                    new Bake(to, from, Takeover.Seconds(BakeTime), Budget, Baseline.SameTime),
                ]
        );
}
