namespace Slipway.Releases;

/// <summary>Kahn's order, of those that are ready the newest first: children before parents, whatever clocks said.</summary>
static class TopologicalOrder
{
    /// <summary>Whether every commit comes before its parents.</summary>
    public static bool IsKeptBy(CommitGraph graph, int[] order)
    {
        for (var commit = 0; commit < graph.Count; commit++)
        {
            foreach (var parent in graph.Parents(commit))
            {
                if (order[commit] >= order[parent])
                    return false;
            }
        }
        return true;
    }

    public static int[] Ranks(CommitGraph graph)
    {
        var children = new int[graph.Count];
        for (var commit = 0; commit < graph.Count; commit++)
        {
            foreach (var parent in graph.Parents(commit))
                children[parent]++;
        }

        var ready = new PriorityQueue<int, (long, int)>();
        for (var commit = 0; commit < graph.Count; commit++)
        {
            if (children[commit] == 0)
                ready.Enqueue(commit, (-graph.Time(commit), commit));
        }

        var ranks = new int[graph.Count];
        for (var rank = 0; ready.TryDequeue(out var commit, out _); rank++)
        {
            ranks[commit] = rank;
            foreach (var parent in graph.Parents(commit))
            {
                if (--children[parent] == 0)
                    ready.Enqueue(parent, (-graph.Time(parent), parent));
            }
        }
        return ranks;
    }
}
