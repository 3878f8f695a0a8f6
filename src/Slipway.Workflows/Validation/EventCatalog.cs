namespace Slipway.Workflows.Validation;

/// <summary>The events that start workflows, with their types and filters (GitHub's workflow schema, workflow-v1.0.json).</summary>
static class EventCatalog
{
    static readonly string[] Branches = ["branches", "branches-ignore"];
    static readonly string[] BranchesAndPaths = [.. Branches, "paths", "paths-ignore"];

    static readonly EventDescription[] All =
    [
        new("branch_protection_rule", "created edited deleted"),
        new("check_run", "completed created rerequested requested_action"),
        new("check_suite", "completed"),
        new("create"),
        new("delete"),
        new("deployment"),
        new("deployment_status"),
        new(
            "discussion",
            "created edited deleted transferred pinned unpinned labeled unlabeled locked unlocked category_changed"
                + " answered unanswered"
        ),
        new("discussion_comment", "created edited deleted"),
        new("fork"),
        new("gollum"),
        new("image_version", "created ready deleted", ["names", "versions"]),
        new("issue_comment", "created edited deleted"),
        new(
            "issues",
            "opened edited deleted transferred pinned unpinned closed reopened assigned unassigned labeled unlabeled"
                + " locked unlocked milestoned demilestoned field_added field_removed typed untyped"
        ),
        new("label", "created edited deleted"),
        new("merge_group", "checks_requested", Branches),
        new("milestone", "created closed opened edited deleted"),
        new("page_build"),
        new("project", "created closed reopened edited deleted"),
        new("project_card", "created moved converted edited deleted"),
        new("project_column", "created updated moved deleted"),
        new("public"),
        new("pull_request", PullRequestTypes, BranchesAndPaths),
        new("pull_request_comment", "created edited deleted"),
        new("pull_request_review", "submitted edited dismissed"),
        new("pull_request_review_comment", "created edited deleted"),
        new("pull_request_target", PullRequestTypes, BranchesAndPaths),
        new("push", "", [.. BranchesAndPaths, "tags", "tags-ignore"]),
        new("registry_package", "published updated"),
        new("release", "published unpublished created edited deleted prereleased released"),
        new("repository_dispatch") { TakesAnyType = true },
        new("schedule"),
        new("status"),
        new("watch", "started"),
        new("workflow_call"),
        new("workflow_dispatch"),
        new("workflow_run", "requested completed in_progress", [.. Branches, "workflows"]),
    ];

    const string PullRequestTypes =
        "assigned unassigned labeled unlabeled opened edited closed reopened synchronize converted_to_draft locked"
        + " unlocked enqueued dequeued milestoned demilestoned ready_for_review review_requested"
        + " review_request_removed auto_merge_enabled auto_merge_disabled stacked";

    public static IReadOnlyList<EventDescription> Events => All;

    public static EventDescription? Find(string name) =>
        Array.Find(All, known => known.Name.Equals(name, StringComparison.Ordinal));
}

/// <param name="TypeWords">The types that it can be limited to, with spaces between.</param>
/// <param name="Filters">Keys beside <c>types</c>.</param>
sealed record EventDescription(string Name, string TypeWords = "", IReadOnlyList<string>? Filters = null)
{
    public bool TakesAnyType { get; init; }

    public IReadOnlyList<string> Types => TypeWords.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool TakesTypes => TakesAnyType || TypeWords.Length > 0;

    public bool Takes(string filter) => Filters?.Contains(filter, StringComparer.Ordinal) == true;
}
