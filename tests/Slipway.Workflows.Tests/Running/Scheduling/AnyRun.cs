using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Scheduling;

/// <summary>Workflows and everything that may happen in their runs.</summary>
/// <param name="Seed">Decides what jobs turn out to be, how they end and in which order.</param>
/// <param name="CancelAt">After how many events the run is cancelled; null: never.</param>
sealed record AnyRun(IReadOnlyList<JobNode> Jobs, int Places, int Seed, int? CancelAt)
{
    public static Gen<AnyRun> Some { get; } =
        from jobs in Graph(8)
        from places in Gen.Choose(1, 4)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from cancelAt in Gen.Frequency((3, Gen.Constant((int?)null)), (1, Gen.Choose(0, 8).Select(at => (int?)at)))
        select new AnyRun(jobs, places, seed, cancelAt);

    static Gen<IReadOnlyList<JobNode>> Graph(int most) =>
        from count in Gen.Choose(1, most)
        from weights in Gen.Choose(1, 9).ListOf(count)
        from draws in Gen.Choose(0, 99).ListOf(count * count)
        select (IReadOnlyList<JobNode>)
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(at => new JobNode(
                        $"j{at}",
                        [
                            .. Enumerable
                                .Range(0, at)
                                .Where(before => draws[at * count + before] < 30)
                                .Select(b => $"j{b}"),
                        ],
                        weights[at]
                    )),
            ];

    /// <summary>What a job turns out to be.</summary>
    public static Resolution Resolve(Random random, string job) =>
        random.Next(10) switch
        {
            0 => new NotWanted("its if is false"),
            1 => new NotPossible("its matrix is too large"),
            2 when !job.Contains('/', StringComparison.Ordinal) => new Legs([
                new Leg
                {
                    Calls = [new JobNode("a", []), new JobNode("b", ["a"]), new JobNode("c", [])],
                    Concurrency = SomeClaim(random),
                },
            ]),
            < 6 => new Legs(
                [.. Enumerable.Range(0, random.Next(5)).Select(at => SomeLeg(random, $"{at}"))],
                FailFast: random.Next(2) == 0,
                MaxParallel: random.Next(2) == 0 ? random.Next(1, 3) : null
            ),
            _ => new Legs([SomeLeg(random, "")]),
        };

    static Leg SomeLeg(Random random, string name) =>
        new(name) { ContinuesOnError = random.Next(4) == 0, Concurrency = SomeClaim(random) };

    static Claim? SomeClaim(Random random) =>
        random.Next(3) == 0
            ? new Claim($"g{random.Next(2)}", CancelInProgress: random.Next(2) == 0, Queues: random.Next(2) == 0)
            : null;
}
