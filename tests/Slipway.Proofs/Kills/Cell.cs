using Slipway.Delivery.Plans;

namespace Slipway.Proofs.Kills;

/// <summary>One square of the matrix: the deployer dies at this moment of this step.</summary>
sealed record Cell(int Index, Step Step, Moment Moment)
{
    static readonly Moment[] s_deaths =
    [
        Moment.AfterIntent,
        Moment.InTheMiddle,
        Moment.BeforeOutcome,
        Moment.TornOutcome,
    ];

    /// <summary>Every moment of every step; in the small size one moment of each step, another one from step to step.</summary>
    public static IReadOnlyList<Cell> Of(Plan plan, bool isFull) =>
        [
            .. plan.Steps.SelectMany(
                (step, index) =>
                    s_deaths
                        .Where((_, turn) => isFull || turn == index % s_deaths.Length)
                        .Select(moment => new Cell(index, step, moment))
            ),
        ];

    public override string ToString() => $"{Moment} of step {Index}, {Step.GetType().Name}";
}
