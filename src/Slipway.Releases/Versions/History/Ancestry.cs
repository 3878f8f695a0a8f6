namespace Slipway.Releases;

/// <summary>Questions about who comes from whom. What was found is kept: the same tips are asked about again and again.</summary>
sealed class Ancestry(CommitGraph graph)
{
    readonly Dictionary<int, CommitSet> _ancestors = [];
    readonly Dictionary<(int, int), int> _bases = [];

    /// <summary>The commit and all that it has below it.</summary>
    public CommitSet Of(int commit)
    {
        if (_ancestors.TryGetValue(commit, out var known))
            return known;
        var set = new CommitSet(graph.Count);
        var open = new Stack<int>();
        set.Add(commit);
        open.Push(commit);
        while (open.TryPop(out var next))
        {
            foreach (var parent in graph.Parents(next))
            {
                if (set.Add(parent))
                    open.Push(parent);
            }
        }
        return _ancestors[commit] = set;
    }

    public bool IsAncestor(int ancestor, int commit) => Of(commit).Contains(ancestor);

    /// <summary>The commit's ancestors and itself, the newest first, as git shows them.</summary>
    public IEnumerable<int> Walk(int commit)
    {
        var seen = new HashSet<int> { commit };
        var open = new PriorityQueue<int, (long, int)>();
        open.Enqueue(commit, Key(commit));
        while (open.TryDequeue(out var next, out _))
        {
            yield return next;
            foreach (var parent in Parents(next))
            {
                if (seen.Add(parent))
                    open.Enqueue(parent, Key(parent));
            }
        }
    }

    /// <summary>The commit's ancestors and itself, children before parents.</summary>
    public IEnumerable<int> WalkByRank(int commit)
    {
        var seen = new HashSet<int> { commit };
        var open = new PriorityQueue<int, int>();
        open.Enqueue(commit, graph.Rank(commit));
        while (open.TryDequeue(out var next, out _))
        {
            yield return next;
            foreach (var parent in Parents(next))
            {
                if (seen.Add(parent))
                    open.Enqueue(parent, graph.Rank(parent));
            }
        }
    }

    /// <summary>
    /// The best common ancestor: one that no other common ancestor comes from, the newest of several. Commits are taken
    /// in topological order, each with what its children passed on; what a common ancestor passes on is stale.
    /// </summary>
    public int MergeBase(int one, int other)
    {
        if (_bases.TryGetValue((one, other), out var known))
            return known;
        const int One = 1;
        const int Other = 2;
        const int Stale = 4;
        var marks = new Dictionary<int, int>();
        var open = new PriorityQueue<int, int>();
        var fresh = 0;
        Mark(one, One);
        Mark(other, Other);

        var best = CommitGraph.None;
        while (fresh > 0 && open.TryDequeue(out var commit, out _))
        {
            var mark = marks[commit];
            if ((mark & Stale) == 0)
                fresh--;
            if ((mark & (One | Other | Stale)) == (One | Other))
            {
                if (best == CommitGraph.None || graph.Time(commit) > graph.Time(best))
                    best = commit;
                mark |= Stale;
            }
            foreach (var parent in graph.Parents(commit))
                Mark(parent, mark);
        }
        return _bases[(one, other)] = best;

        void Mark(int commit, int mark)
        {
            if (!marks.TryGetValue(commit, out var before))
            {
                open.Enqueue(commit, graph.Rank(commit));
                fresh += (mark & Stale) == 0 ? 1 : 0;
            }
            else if ((before & Stale) == 0 && (mark & Stale) != 0)
            {
                fresh--;
            }
            marks[commit] = before | mark;
        }
    }

    /// <summary>The newest first; of several of one second, the later in the history.</summary>
    (long, int) Key(int commit) => (-graph.Time(commit), graph.Rank(commit));

    int[] Parents(int commit) => graph.Parents(commit).ToArray();
}
