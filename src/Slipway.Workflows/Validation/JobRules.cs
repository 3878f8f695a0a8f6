using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Validation;

static class JobRules
{
    /// <summary>GitHub's limit on the jobs of one matrix.</summary>
    const int MaximalJobs = 256;

    /// <summary>Five days, the most that a runner of one's own gives a job.</summary>
    const int MaximalMinutes = 5 * 24 * 60;

    public static IEnumerable<Problem> Check(Job job, string id)
    {
        var path = $"jobs.{id}";
        if (Identifiers.Check(id) is { } problem)
            yield return new Problem(path, problem);
        foreach (var found in PermissionRules.Check(job.Permissions, $"{path}.permissions").Concat(Matrix(job, path)))
            yield return found;
        if (job is RunnerJob runner)
        {
            foreach (var found in Check(runner, path))
                yield return found;
        }
    }

    static IEnumerable<Problem> Check(RunnerJob job, string path) =>
        [
            .. RunsOn(job.RunsOn, path),
            .. Minutes(job.TimeoutMinutes, $"{path}.timeout-minutes"),
            .. Minutes(job.CancelTimeoutMinutes, $"{path}.cancel-timeout-minutes"),
            .. Container(job.Container, path),
            .. Steps(job.Steps, path),
        ];

    static IEnumerable<Problem> RunsOn(RunsOn runsOn, string path)
    {
        if (runsOn.Group is null && runsOn.Labels.Count == 0)
            yield return new Problem($"{path}.runs-on", "it names no runner; it needs a label or a group");
    }

    static IEnumerable<Problem> Matrix(Job job, string path)
    {
        if (job.Strategy?.MaxParallel is { Expression: null, Literal: < 1 })
            yield return new Problem($"{path}.strategy.max-parallel", "at least 1 job must be allowed to run");
        if (job.Strategy?.Matrix is not { Expression: null, Literal: var matrix })
            yield break;
        if (MatrixExpansion.Count(matrix) is { } count and (0 or > MaximalJobs))
        {
            var message =
                count == 0 ? "the matrix makes no job" : $"the matrix makes {count} jobs; GitHub takes {MaximalJobs}";
            yield return new Problem($"{path}.strategy.matrix", message);
        }
    }

    static IEnumerable<Problem> Minutes(Expressible<int>? minutes, string path)
    {
        if (minutes is { Expression: null, Literal: < 1 or > MaximalMinutes })
            yield return new Problem(path, $"{minutes.Literal} minutes: a time limit is 1 to {MaximalMinutes}");
    }

    static IEnumerable<Problem> Container(Container? container, string path)
    {
        if (container is { Entrypoint: not null } or { Command: not null })
            yield return new Problem($"{path}.container", "only a service has an entrypoint and a command");
    }

    static IEnumerable<Problem> Steps(ValueList<Step> steps, string path)
    {
        if (steps.Count == 0)
            yield return new Problem($"{path}.steps", "the job has no step");
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < steps.Count; index++)
        {
            var place = DocumentPaths.Join($"{path}.steps", index);
            if (steps[index].Id is { } id)
            {
                if (Identifiers.Check(id) is { } problem)
                    yield return new Problem($"{place}.id", problem);
                if (!ids.Add(id))
                    yield return new Problem($"{place}.id", $"the id '{id}' is there twice in this job");
            }
            foreach (var found in Minutes(steps[index].TimeoutMinutes, $"{place}.timeout-minutes"))
                yield return found;
        }
    }
}
