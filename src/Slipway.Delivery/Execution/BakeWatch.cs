using System.Globalization;
using Slipway.Delivery.Gates;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Execution;

/// <summary>Watches a new slot while it bakes, and has its budget judge it at the end.</summary>
static class BakeWatch
{
    static readonly TimeSpan s_look = TimeSpan.FromSeconds(5);

    /// <exception cref="StepFailedException">The budget is exceeded, or says to fail when nothing could be judged.</exception>
    /// <returns>The verdict, with its evidence.</returns>
    public static async Task<string> RunAsync(
        Bake bake,
        IPlatform platform,
        TimeProvider time,
        EffectContext context,
        CancellationToken cancellation
    )
    {
        var length = TimeSpan.FromSeconds(bake.Seconds);
        var began = time.GetTimestamp();
        var newAtFirst = await platform.StatisticsAsync(bake.New, cancellation);
        var oldAtFirst = await platform.StatisticsAsync(bake.Old, cancellation);
        while (true)
        {
            var window = Window.Between(newAtFirst, await platform.StatisticsAsync(bake.New, cancellation));
            var reference =
                bake.Against == Baseline.Before
                    ? Window.Of(oldAtFirst)
                    : Window.Between(oldAtFirst, await platform.StatisticsAsync(bake.Old, cancellation));
            var left = length - time.GetElapsedTime(began);
            if (BudgetGate.BeyondHardLimit(window, reference, bake.Budget) is { } beyond)
                throw Failed(bake, beyond);
            if (left <= TimeSpan.Zero)
                return Conclude(bake, BudgetGate.Judge(window, reference, bake.Budget), context);

            context.Progress(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{left.TotalSeconds:0} s left: {window.Requests} requests, {window.Errors} errors"
                )
            );
            await Task.Delay(left < s_look ? left : s_look, time, cancellation);
        }
    }

    static string Conclude(Bake bake, Verdict verdict, EffectContext context)
    {
        if (verdict is Exceeded || (verdict is NotJudged && bake.Budget.WhenNotJudged == NotJudgedPolicy.Fail))
            throw Failed(bake, verdict);
        var said = verdict is NotJudged ? $"not judged: {verdict.Evidence}" : $"met: {verdict.Evidence}";
        context.Progress(said);
        return said;
    }

    static StepFailedException Failed(Bake bake, Verdict verdict) =>
        new(
            verdict is NotJudged
                ? $"The budget could not be judged in {bake.Seconds} s, and says to fail then: {verdict.Evidence}."
                : $"The budget is exceeded: {verdict.Evidence}."
        );
}
