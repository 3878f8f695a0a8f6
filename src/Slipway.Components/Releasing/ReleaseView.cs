using Slipway.Releases;
using Slipway.Reporting;
using Slipway.Reporting.Terminal;

namespace Slipway.Components.Releasing;

/// <summary>Shows a release: each step is a stage, and one that the world has already is a skipped one.</summary>
sealed class ReleaseView(RunProgress progress) : IReleaseObserver
{
    public void Began(string step) => progress.StageStarted(step, parentId: null, step);

    public void Ended(string step, bool wasSo, string detail) =>
        progress.StageFinished(
            step,
            wasSo ? StageOutcome.Skipped : StageOutcome.Succeeded,
            wasSo ? $"it was so already: {detail}" : detail
        );

    public void Failed(string step, string why) => progress.StageFinished(step, StageOutcome.Failed, why);
}
