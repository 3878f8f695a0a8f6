namespace Slipway.Releases;

/// <summary>
/// Which merge brought which commit. The branch is the chain of first parents; a commit off it belongs to the first merge
/// through which it came, and that merge, when it lies off the branch too, to the next one.
/// </summary>
static class Merges
{
    /// <param name="commits">The newest first; the first one is the branch's tip.</param>
    public static void Attribute(IReadOnlyList<ParsedCommit> commits, IReadOnlyDictionary<string, ParsedCommit> bySha)
    {
        if (commits is not [var tip, ..])
            return;
        var seen = new HashSet<ParsedCommit>();
        var open = new Stack<(string Sha, ParsedCommit? Merge)>([(tip.Commit.Sha, null)]);
        while (open.TryPop(out var line))
        {
            var next = (string?)line.Sha;
            while (next is not null && bySha.TryGetValue(next, out var commit) && seen.Add(commit))
            {
                commit.BroughtBy = line.Merge;
                // The oldest merge comes to lie on top: it is asked first what it brought.
                for (var side = commit.Commit.Parents.Count - 1; side > 0; side--)
                    open.Push((commit.Commit.Parents[side], commit));
                next = commit.Commit.Parents is [var parent, ..] ? parent : null;
            }
        }
    }
}
