namespace Nuke.Common.Execution;

/// <summary>Finds what goes in a circle.</summary>
internal static class Cycles
{
    /// <summary>Groups of nodes that all reach each other, in the order of the graph; only those of more than one node.</summary>
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyDictionary<T, HashSet<T>> edges)
        where T : notnull
    {
        var reachable = edges.Keys.ToDictionary(x => x, x => ReachableFrom(x, edges));
        var seen = new HashSet<T>();
        foreach (var node in edges.Keys)
        {
            if (!seen.Contains(node) && reachable[node].Contains(node))
            {
                var group = edges.Keys.Where(x => reachable[node].Contains(x) && reachable[x].Contains(node)).ToList();
                seen.UnionWith(group);
                yield return group;
            }
        }
    }

    private static HashSet<T> ReachableFrom<T>(T start, IReadOnlyDictionary<T, HashSet<T>> edges)
        where T : notnull
    {
        var reached = new HashSet<T>();
        var open = new Stack<T>(edges[start]);
        while (open.TryPop(out var node))
        {
            if (reached.Add(node))
            {
                foreach (var next in edges[node])
                    open.Push(next);
            }
        }

        return reached;
    }
}
