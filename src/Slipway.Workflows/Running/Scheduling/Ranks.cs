namespace Slipway.Workflows.Running.Scheduling;

/// <summary>The longest chain of each job to the end of its workflow (list scheduling by critical path).</summary>
static class Ranks
{
    /// <param name="tail">The weight of what follows the whole workflow.</param>
    public static IReadOnlyDictionary<string, double> Of(IReadOnlyList<JobNode> jobs, double tail)
    {
        var ranks = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var job in jobs)
            Find(job);
        return ranks;

        double Find(JobNode job)
        {
            if (ranks.TryGetValue(job.Id, out var known))
                return known;
            var after = jobs.Where(other => other.Needs.Contains(job.Id, StringComparer.OrdinalIgnoreCase))
                .Select(Find)
                .DefaultIfEmpty(tail)
                .Max();
            return ranks[job.Id] = job.Weight + after;
        }
    }
}
