namespace Slipway.Workflows.Audit;

/// <summary>Conditions that leave out what comes from a fork.</summary>
static class ForkCondition
{
    /// <summary>full_name, fork or owner: each tells a fork from this repository.</summary>
    const string Head = "github.event.pull_request.head.repo.";

    public static bool AsksForTheRepository(string? condition) =>
        condition is not null
        && WorkflowParts.ConditionReferencesOf(condition).Any(name => name.StartsWith(Head, StringComparison.Ordinal));
}
