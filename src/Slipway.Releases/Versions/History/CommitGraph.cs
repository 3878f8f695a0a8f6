namespace Slipway.Releases;

/// <summary>
/// Commits as numbers: parents, times and ids in flat arrays, so that a history of hundreds of thousands of commits costs
/// few objects. Made once by <see cref="CommitGraphBuilder"/>.
/// </summary>
sealed class CommitGraph
{
    /// <summary>No commit.</summary>
    public const int None = -1;

    readonly CommitIds _ids;
    readonly int[] _parentStarts;
    readonly int[] _parentCounts;
    readonly int[] _parents;
    readonly long[] _times;
    readonly int[] _ranks;

    /// <param name="order">In which git showed the commits: by time, children first unless clocks were wrong.</param>
    public CommitGraph(CommitIds ids, int[] parentStarts, int[] parentCounts, int[] parents, long[] times, int[] order)
    {
        _ids = ids;
        _parentStarts = parentStarts;
        _parentCounts = parentCounts;
        _parents = parents;
        _times = times;
        _ranks = TopologicalOrder.IsKeptBy(this, order) ? order : TopologicalOrder.Ranks(this);
    }

    public int Count => _ids.Count;

    public string Id(int commit) => _ids.Text(commit);

    /// <summary>The commit with a full id in hexadecimal; <see cref="None"/> when the history does not have it.</summary>
    public int Find(string id) => _ids.Find(id);

    public ReadOnlySpan<int> Parents(int commit) => _parents.AsSpan(_parentStarts[commit], _parentCounts[commit]);

    public bool IsMerge(int commit) => _parentCounts[commit] > 1;

    /// <summary>When it was committed: seconds since 1970, UTC.</summary>
    public long Time(int commit) => _times[commit];

    /// <summary>A commit's rank is lower than that of each of its ancestors.</summary>
    public int Rank(int commit) => _ranks[commit];
}
