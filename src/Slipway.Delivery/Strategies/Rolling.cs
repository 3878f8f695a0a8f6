using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Strategies;

/// <summary>
/// Instances of the new revision take the place of old ones batch by batch, so that hardly more run than usual: at most
/// one batch. Each batch is ready before it gets traffic, in proportion to its instances; an old instance is stopped
/// after it has lost its traffic and is drained. The old slot is empty afterwards.
/// </summary>
/// <param name="Batch">How many instances are exchanged at a time, from 1 to the environment's instances.</param>
public sealed record Rolling(int Batch) : IStrategy
{
    public string Name => "rolling";

    public string? Fault(EnvironmentSpec environment) =>
        Batch < 1 || Batch > environment.Instances
            ? $"a rolling batch is from 1 to the {environment.Instances} instances there are, not {Batch}"
            : null;

    public IReadOnlyList<Step> Plan(Purpose purpose, World world, Revision wanted, EnvironmentSpec environment)
    {
        var takeover = new Takeover(purpose, world, wanted, environment);
        return
        [
            .. takeover.Open(),
            .. takeover.Prepare(),
            .. takeover.Migrate(),
            .. takeover.Serving is { } old
                ? Exchange(takeover, old, wanted, environment.Instances)
                : [.. takeover.Start(environment.Instances), .. takeover.Switch()],
        ];
    }

    IEnumerable<Step> Exchange(Takeover takeover, SlotState old, Revision wanted, int instances)
    {
        var (to, ready) = (takeover.To, takeover.ReadySeconds);
        var (started, kept) = (Math.Min(Batch, instances), old.Instances);
        Split? split = null;
        foreach (var step in takeover.Start(started))
            yield return step;
        while (started < instances)
        {
            var before = split ?? Split.AllTo(old.Name);
            var (left, more) = (Left(old, started, instances), Math.Min(started + Batch, instances));
            split = Split.To(to, Math.Clamp((int)Math.Round(100.0 * started / (started + left)), 1, 99));
            yield return new Shift(split, before);
            if (left < kept)
                yield return new Scale(old.Name, old.Revision!, left, kept, ready);
            yield return new Scale(to, wanted, more, started, ready);
            yield return new AwaitReady(to, more, ready);
            (started, kept) = (more, left);
        }

        foreach (var step in takeover.Switch(before: split))
            yield return step;
        yield return new StopSlot(old.Name, old.Revision!, kept, ready);
    }

    /// <summary>Old instances beside so many new ones, at least one: as many as there were, in proportion.</summary>
    static int Left(SlotState old, int started, int instances) =>
        (int)Math.Ceiling((double)old.Instances * (instances - started) / instances);
}
