namespace Slipway.Releases;

/// <summary>
/// The strategy of TrunkBased: since the last tag, each commit on a main branch is a version, and each merge brings what
/// was merged with it.
/// </summary>
static class MainlineStrategy
{
    public static IEnumerable<Candidate> Find(CalculationContext context, BranchConfiguration branch)
    {
        var label = context.LabelBy(branch.Rules);
        var iteration = new MainlineWalk(context, branch.Branch, label).Walk();
        var result = new MainlineCount(context, label).Count(iteration);
        yield return new Candidate(
            VersionStrategies.Mainline,
            $"commits of {branch.Branch.Name.Friendly} one by one{Since(context, result.Tagged)}",
            result.Base,
            result.Commit,
            result.Step,
            branch
        );
    }

    static string Since(CalculationContext context, VersionNumber? tagged) =>
        tagged is null ? "; no tag counts" : $" since tag {context.View.Tags.First(tag => tag.Version == tagged).Name}";
}
