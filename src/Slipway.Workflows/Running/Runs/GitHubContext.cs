using System.Globalization;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Running.Runs;

/// <summary><c>github</c>, but for what is each job's own.</summary>
static class GitHubContext
{
    public static MapValue Of(RunFacts facts, WorkflowFile file, StartedBy started, TimeProvider time)
    {
        var isPull = started.Name.StartsWith("pull_request", StringComparison.Ordinal);
        var number = RunFacts.PullRequest.ToString(CultureInfo.InvariantCulture);
        var reference = isPull ? $"refs/pull/{number}/merge" : facts.Ref;
        var run = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var api = Environment.GetEnvironmentVariable("GITHUB_API_URL");
        return Values.Map(
            ("actor", facts.Actor),
            ("triggering_actor", facts.Actor),
            ("event_name", started.Name),
            ("event", started.Payload),
            ("ref", reference),
            ("ref_name", isPull ? $"{number}/merge" : facts.Branch),
            ("ref_type", "branch"),
            ("ref_protected", false),
            ("head_ref", isPull ? facts.Branch : ""),
            ("base_ref", isPull ? facts.DefaultBranch : ""),
            ("sha", facts.Commit),
            ("repository", facts.Repository),
            ("repository_owner", facts.Repository.Split('/')[0]),
            ("server_url", facts.ServerUrl),
            ("api_url", api is { Length: > 0 } ? api : ApiOf(facts.ServerUrl)),
            ("graphql_url", $"{ApiOf(facts.ServerUrl)}/graphql"),
            ("workflow", file.Workflow.Name ?? file.Path),
            ("workflow_ref", $"{facts.Repository}/{file.Path}@{reference}"),
            ("workflow_sha", facts.Commit),
            ("run_id", run),
            ("run_number", "1"),
            ("run_attempt", "1"),
            ("retention_days", "90")
        );
    }

    static string ApiOf(string server) =>
        server is "https://github.com" ? "https://api.github.com" : $"{server}/api/v3";
}
