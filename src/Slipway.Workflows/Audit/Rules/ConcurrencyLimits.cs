using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class ConcurrencyLimits : AuditRule
{
    public override string Name => "concurrency-limits";

    public override string Reason =>
        "Two runs that change one environment at once mix two releases; one that is cancelled half way leaves half of one";

    public override string Remedy => "Set `concurrency` to a group of the environment with `cancel-in-progress: false`";

    internal override IEnumerable<Breach> Check(Workflow workflow)
    {
        foreach (var (path, job) in workflow.RunnerJobs())
        {
            if (job.Environment is not { Deployment: null or { Literal: true } or { Expression: not null } })
                continue;
            if ((job.Concurrency ?? workflow.Concurrency) is null)
                yield return new Breach(path, $"two runs may change '{job.Environment.Name}' at the same time");
            foreach (
                var (place, limit) in new[]
                {
                    ($"{path}.concurrency", job.Concurrency),
                    ("concurrency", workflow.Concurrency),
                }
            )
            {
                if (limit?.CancelInProgress is { Literal: true } or { Expression: not null })
                    yield return new Breach(place, $"a run may be cancelled while it changes '{job.Environment.Name}'");
            }
        }
    }
}
