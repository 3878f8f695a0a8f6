using Slipway.Workflows.Model;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What started the run.</summary>
/// <param name="Name">For example <c>pull_request</c>.</param>
/// <param name="Payload"><c>github.event</c>: of GitHub's webhook payload what a repository on this machine knows.</param>
sealed record StartedBy(string Name, MapValue Payload)
{
    static readonly string[] Usual = ["push", "pull_request", "workflow_dispatch", "schedule"];

    /// <param name="asked"><c>event</c> or <c>event.activity</c>; null: the usual one.</param>
    /// <exception cref="WorkflowException">The workflow does not start on it.</exception>
    public static StartedBy Of(Workflow workflow, string? asked, RunFacts facts, MapValue inputs)
    {
        var events = workflow.On.Select(trigger => trigger.Event).ToList();
        var parts = (asked ?? Usual.FirstOrDefault(events.Contains) ?? events[0]).Split('.', 2);
        if (!events.Contains(parts[0], StringComparer.Ordinal))
        {
            throw new WorkflowException(
                $"The workflow does not start on '{parts[0]}', only on {string.Join(", ", events)}: name one with --event."
            );
        }
        var activity = parts.Length > 1 ? parts[1] : null;
        return new StartedBy(parts[0], PayloadOf(workflow, parts[0], activity, facts, inputs));
    }

    static MapValue PayloadOf(Workflow workflow, string name, string? activity, RunFacts facts, MapValue inputs)
    {
        var repository = Values.Map(
            ("full_name", facts.Repository),
            ("name", facts.Repository.Split('/')[^1]),
            ("default_branch", facts.DefaultBranch),
            ("fork", false),
            ("owner", Values.Map(("login", facts.Repository.Split('/')[0])))
        );
        IEnumerable<(string, Value)> own = name switch
        {
            "push" =>
            [
                ("ref", facts.Ref),
                ("after", facts.Commit),
                ("forced", false),
                ("deleted", false),
                ("head_commit", Values.Map(("id", facts.Commit), ("message", facts.Message))),
            ],
            "pull_request" or "pull_request_target" => PullRequest(activity ?? "opened", facts, repository),
            "workflow_dispatch" => [("ref", facts.Ref), ("inputs", Texts(inputs))],
            "schedule" => [("schedule", Cron(workflow))],
            _ => activity is null ? [] : [("action", activity)],
        };
        return Values.Map([.. own, ("repository", repository), ("sender", Values.Map(("login", facts.Actor)))]);
    }

    static IEnumerable<(string, Value)> PullRequest(string action, RunFacts facts, MapValue repository) =>
        [
            ("action", action),
            ("number", RunFacts.PullRequest),
            (
                "pull_request",
                Values.Map(
                    ("number", RunFacts.PullRequest),
                    ("title", facts.Message.Split('\n')[0]),
                    ("draft", false),
                    ("merged", action is "closed"),
                    ("user", Values.Map(("login", facts.Actor))),
                    ("head", Values.Map(("ref", facts.Branch), ("sha", facts.Commit), ("repo", repository))),
                    ("base", Values.Map(("ref", facts.DefaultBranch), ("repo", repository)))
                )
            ),
        ];

    static string Cron(Workflow workflow) =>
        workflow.On.OfType<ScheduleTrigger>().SelectMany(trigger => trigger.Schedules).FirstOrDefault()?.Cron ?? "";

    static MapValue Texts(MapValue inputs) =>
        Values.Map(inputs.Entries.Select(input => (input.Key, (Value)inputs.Text(input.Key))));
}
