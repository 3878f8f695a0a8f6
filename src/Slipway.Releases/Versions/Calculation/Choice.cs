namespace Slipway.Releases;

/// <summary>The best candidate, and the commit where counting begins, which can be another one's.</summary>
sealed record Choice(Candidate Best, int Commit)
{
    public static Choice Of(IReadOnlyList<Candidate> candidates, CommitGraph graph)
    {
        var best = candidates.Aggregate((one, other) => other.Next.CompareTo(one.Next) > 0 ? other : one);
        var equals = candidates.Where(one => one.Commit != CommitGraph.None && one.Next == best.Next).ToList();
        if (equals.Count > 1)
        {
            // Of several ways to one version the one with the fewest commits to count.
            var latest = equals.Aggregate(
                (one, other) => graph.Time(one.Commit) >= graph.Time(other.Commit) ? one : other
            );
            return new Choice(latest, latest.Commit);
        }
        var counted = candidates
            .Where(one => best.Next.IsPreRelease || !one.Base.IsPreRelease)
            .Where(one => one.Commit != CommitGraph.None)
            .Aggregate((Candidate?)null, (one, other) => one is null || IsBetter(other, one, graph) ? other : one);
        return new Choice(best, counted?.Commit ?? CommitGraph.None);
    }

    static bool IsBetter(Candidate one, Candidate other, CommitGraph graph)
    {
        var order = one.Next.CompareTo(other.Next);
        return order > 0 || (order == 0 && graph.Time(one.Commit) > graph.Time(other.Commit));
    }
}
