using Slipway.Workflows.Model;

namespace Slipway.Workflows.Validation;

/// <summary>The graph that <c>needs</c> makes of the jobs.</summary>
static class NeedRules
{
    public static IEnumerable<Problem> Check(ValueMap<Job> jobs)
    {
        if (jobs.Count == 0)
            yield return new Problem("jobs", "there is no job");
        foreach (var (id, job, _) in jobs)
        {
            foreach (var need in job.Needs.Where(need => !jobs.ContainsKey(need)))
                yield return new Problem($"jobs.{id}.needs", $"there is no job '{need}'");
        }
        if (FindCycle(jobs) is { } cycle)
            yield return new Problem(
                $"jobs.{cycle[0]}.needs",
                $"the jobs wait for each other: {string.Join(" → ", cycle)}"
            );
    }

    /// <summary>The ids along it, the first one again at the end; null when there is none.</summary>
    static List<string>? FindCycle(ValueMap<Job> jobs)
    {
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return jobs.Keys.Select(id => Walk(id, [])).FirstOrDefault(cycle => cycle is not null);

        List<string>? Walk(string id, List<string> path)
        {
            var before = path.FindIndex(other => other.Equals(id, StringComparison.OrdinalIgnoreCase));
            if (before >= 0)
                return [.. path[before..], path[before]];
            if (done.Contains(id) || jobs.Find(id) is not { } job)
                return null;
            path.Add(id);
            foreach (var need in job.Needs)
            {
                if (Walk(need, path) is { } cycle)
                    return cycle;
            }
            path.RemoveAt(path.Count - 1);
            done.Add(id);
            return null;
        }
    }
}
