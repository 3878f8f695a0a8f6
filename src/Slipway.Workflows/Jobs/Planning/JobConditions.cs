using Slipway.Workflows.Audit;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>When a job runs, where that is not simply after all that it needs has gone well.</summary>
static class JobConditions
{
    const string SameRepository = "github.event.pull_request.head.repo.full_name == github.repository";
    const string PullRequest = "pull_request";

    public static string? Of(PlannedJob job, JobGraph graph)
    {
        var conditions = new[] { AfterFailures(job, graph), Guard(job, graph.Spec), job.Spec?.If }
            .OfType<string>()
            .ToList();
        return conditions switch
        {
            [] => null,
            [var single] => single,
            _ => string.Join(" && ", conditions.Select(Inner)),
        };
    }

    /// <summary>
    /// As NUKE goes on after failures. GitHub's own condition asks for every job before this one, however far, and so would
    /// leave out what comes after a job that may fail.
    /// </summary>
    static string? AfterFailures(PlannedJob job, JobGraph graph)
    {
        if (job.IsAssured)
            return "always()";
        return graph.FollowsUnusual(job)
            ? string.Join(" && ", graph.Needs(job).Select(IsOver).Prepend("!cancelled()"))
            : null;
    }

    static string IsOver(PlannedJob need) =>
        need.MayFail
            ? $"(needs.{need.Id}.result == 'success' || needs.{need.Id}.result == 'failure')"
            : $"needs.{need.Id}.result == 'success'";

    /// <summary>What a stranger's fork contains never meets an environment, or a machine that is not thrown away.</summary>
    static string? Guard(PlannedJob job, WorkflowSpec spec)
    {
        var isExposed = spec.On.Any(trigger => trigger.Event is PullRequest);
        if (!isExposed || (job.Spec?.Environment is null && !IsSelfHosted(job.Spec?.Runner ?? spec.Runner)))
            return null;
        if (job.Spec?.If is { } stated && ForkCondition.AsksForTheRepository(stated))
            return null;
        return spec.On.Count == 1 ? SameRepository : $"(github.event_name != '{PullRequest}' || {SameRepository})";
    }

    public static bool IsSelfHosted(RunsOn runner) =>
        runner.Labels.Contains("self-hosted", StringComparer.OrdinalIgnoreCase);

    static string Inner(string condition) =>
        condition.Contains("||", StringComparison.Ordinal) && !IsOneOperand(condition) ? $"({condition})" : condition;

    /// <summary>Made here, with what needs parentheses in them.</summary>
    static bool IsOneOperand(string condition) =>
        condition.StartsWith("!cancelled()", StringComparison.Ordinal)
        || condition.StartsWith("(github.event_name", StringComparison.Ordinal);
}
