namespace Slipway.Releases;

/// <summary>Finds what a revert takes back among the commits of one release.</summary>
sealed class RevertTargets
{
    const int Abbreviated = 7;

    readonly IReadOnlyList<ParsedCommit> _commits;
    readonly ILookup<string, ParsedCommit> _bySha;
    readonly ILookup<int, ParsedCommit> _byPullRequest;
    readonly ILookup<ParsedCommit, ParsedCommit> _byMerge;
    readonly ILookup<string, int> _bySubject;

    /// <param name="commits">The newest first.</param>
    public RevertTargets(IReadOnlyList<ParsedCommit> commits)
    {
        _commits = commits;
        _bySha = commits.ToLookup(commit => commit.Commit.Sha[..Abbreviated], StringComparer.Ordinal);
        _byPullRequest = commits
            .Where(commit => commit.PullRequest is not null)
            .ToLookup(commit => commit.PullRequest!.Number);
        _byMerge = commits.Where(commit => commit.BroughtBy is not null).ToLookup(commit => commit.BroughtBy!);
        _bySubject = commits.Index().ToLookup(at => at.Item.Commit.Subject, at => at.Index, StringComparer.Ordinal);
    }

    /// <param name="index">The revert's place.</param>
    /// <returns>None: all of it lies in an earlier release, or elsewhere.</returns>
    public IReadOnlyList<ParsedCommit> Of(int index, Reversal reversal)
    {
        var found = reversal.Shas.SelectMany(BySha).ToList();
        if (found.Count == 0 && reversal is { Shas: [], PullRequest: { } number })
            found = [.. _byPullRequest[number].Where(commit => commit != _commits[index])];
        // Without an id, the latest of that subject that is older than its revert.
        if (found.Count == 0 && reversal is { Shas: [], PullRequest: null, Subject: { } subject })
            found = [.. _bySubject[subject].Where(place => place > index).Take(1).Select(place => _commits[place])];
        return [.. found.SelectMany(WithBrought).Where(commit => commit != _commits[index]).Distinct()];
    }

    /// <summary>An abbreviation that several commits share names none.</summary>
    IEnumerable<ParsedCommit> BySha(string sha)
    {
        ParsedCommit[] found =
        [
            .. _bySha[sha[..Abbreviated]].Where(commit => commit.Commit.Sha.StartsWith(sha, StringComparison.Ordinal)),
        ];
        return found.Length == 1 ? found : [];
    }

    /// <summary>Reverting a merge takes back everything that it brought.</summary>
    IEnumerable<ParsedCommit> WithBrought(ParsedCommit commit)
    {
        var open = new Stack<ParsedCommit>([commit]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var brought in _byMerge[next])
                open.Push(brought);
        }
    }
}
