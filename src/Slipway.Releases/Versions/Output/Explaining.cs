using System.Globalization;

namespace Slipway.Releases;

/// <summary>Puts a decision into words.</summary>
static class Explaining
{
    /// <summary>Repositories have thousands of tags; who asks why wants the few that mattered.</summary>
    const int Shown = 20;

    public static VersionExplanation Of(VersionDecision decision, string? file, IReadOnlyList<string> notes)
    {
        var all = decision
            .Candidates.OrderByDescending(one => ReferenceEquals(one, decision.Chosen))
            .ThenByDescending(one => one.Next)
            .Select(one => Explained(one, decision))
            // The branch and the one that it comes from may both propose the same.
            .DistinctBy(one => (one.Source, one.Base, one.Next))
            .Concat(
                decision.Rejections.Select(one => new ExplainedCandidate(
                    one.Source,
                    null,
                    null,
                    IsUsed: false,
                    one.Why
                ))
            )
            .ToList();
        return new VersionExplanation(
            file,
            Base(decision),
            [.. all.Take(Shown)],
            Math.Max(0, all.Count - Shown),
            notes
        );
    }

    static string Base(VersionDecision decision)
    {
        if (decision.TakenFrom is { } tag)
            return $"the commit's own tag {tag} is the version";
        var from = decision.BaseCommit is { } commit ? $"since commit {commit[..12]}" : "in all";
        var counted = string.Create(
            CultureInfo.InvariantCulture,
            $"{decision.Base} ({decision.Chosen!.Source}), {Commits(decision.Distance)} {from}"
        );
        return decision.Raised is { } raised ? $"{counted}; raised to {raised.Core}, which is tagged already" : counted;
    }

    static string Commits(int? count) =>
        count is 1 ? "1 commit" : string.Create(CultureInfo.InvariantCulture, $"{count} commits");

    static ExplainedCandidate Explained(Candidate one, VersionDecision decision)
    {
        var isUsed = ReferenceEquals(one, decision.Chosen);
        string why;
        if (isUsed)
            why = $"the highest; {Step(one)}";
        else if (decision.Chosen is null)
            why = "not needed: the commit's own tag is the version";
        else if (one.Next.CompareTo(decision.Chosen.Next) < 0)
            why = $"lower than {decision.Chosen.Next}";
        else
            why = "leads to the same version, from an older commit";
        return new ExplainedCandidate(one.Source, one.Base.ToString(), one.Next.ToString(), isUsed, why);
    }

    static string Step(Candidate one)
    {
        if (one.Step is not { } step)
            return "is taken as it is";
        var raises = step.Part switch
        {
            VersionPart.Major => "raises the major",
            VersionPart.Minor => "raises the minor",
            VersionPart.Patch => "raises the patch",
            _ => "raises nothing",
        };
        return string.IsNullOrEmpty(step.Label) ? raises : $"{raises}, label '{step.Label}'";
    }
}
