namespace Slipway.Workflows.Jobs.Planning;

static class Cycle
{
    /// <returns>The nodes along the first one, its first again at the end; null when there is none.</returns>
    public static IReadOnlyList<T>? Find<T>(IEnumerable<T> nodes, Func<T, IEnumerable<T>> next)
        where T : class
    {
        var done = new HashSet<T>();
        var path = new List<T>();
        return nodes.Select(Walk).FirstOrDefault(cycle => cycle is not null);

        List<T>? Walk(T node)
        {
            var at = path.IndexOf(node);
            if (at >= 0)
                return [.. path[at..], node];
            if (!done.Add(node))
                return null;
            path.Add(node);
            foreach (var other in next(node))
            {
                if (Walk(other) is { } cycle)
                    return cycle;
            }
            path.RemoveAt(path.Count - 1);
            return null;
        }
    }
}
