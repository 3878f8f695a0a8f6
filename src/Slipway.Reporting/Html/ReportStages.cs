using Slipway.Reporting.Terminal;

namespace Slipway.Reporting.Html;

/// <summary>The stages of a run for its page.</summary>
public static class ReportStages
{
    /// <summary>Depth first, as a tree is read.</summary>
    public static IReadOnlyList<ReportStage> Of(RunState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. Below(state, null, 0)];
    }

    static IEnumerable<ReportStage> Below(RunState state, string? parent, int depth) =>
        state
            .ChildrenOf(parent)
            .SelectMany(stage =>
                Below(state, stage.Id, depth + 1)
                    .Prepend(
                        new ReportStage(stage.Title, depth, stage.Started, stage.Finished, stage.Outcome, stage.Text)
                    )
            );
}
