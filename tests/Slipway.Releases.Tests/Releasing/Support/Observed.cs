namespace Slipway.Releases.Tests.Releasing.Support;

/// <summary>What a release said of itself, a line each.</summary>
sealed class Observed : IReleaseObserver
{
    public List<string> Lines { get; } = [];

    /// <summary>Steps that changed something.</summary>
    public List<string> Done { get; } = [];

    public void Began(string step) => Lines.Add($"{step} …");

    public void Ended(string step, bool wasSo, string detail)
    {
        Lines.Add($"{step}: {(wasSo ? "was so, " : "")}{detail}");
        if (!wasSo)
            Done.Add(step);
    }

    public void Failed(string step, string why) => Lines.Add($"{step} failed: {why}");
}
