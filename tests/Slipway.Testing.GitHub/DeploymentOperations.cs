using System.Text.Json.Nodes;

namespace Slipway.Testing.GitHub;

/// <summary>Deployments and their statuses, by GitHub's rules.</summary>
sealed class DeploymentOperations(GitHubServer server, Rendering show)
{
    GitHubRepository Store => server.Repository;

    public Answer List(Incoming request)
    {
        var found = Store.Deployments.Where(deployment =>
            Fits("sha", deployment.Commit)
            && Fits("environment", deployment.Environment)
            && Fits("task", deployment.Task)
        );
        return Paging.Of(request, [.. found.OrderByDescending(deployment => deployment.Id).Select(show.Deployment)]);

        bool Fits(string name, string value) => !request.Query.TryGetValue(name, out var asked) || asked == value;
    }

    public Answer Create(Incoming request)
    {
        var json = request.Json;
        var commit = Text(json, "ref")!;
        if (Store.Commits.Count > 0 && !Store.Commits.Contains(commit))
            return Answer.Error(422, $"No ref found for: {commit}");
        var deployment = new StoredDeployment
        {
            Id = Store.NextId(),
            Commit = commit,
            Environment = Text(json, "environment") ?? "production",
            Description = Text(json, "description"),
            IsProduction = json["production_environment"]?.GetValue<bool>() == true,
            CreatedAt = server.Time.GetUtcNow(),
        };
        Store.Deployments.Add(deployment);
        return new Answer(201, show.Deployment(deployment));
    }

    public Answer ListStatuses(Incoming request) =>
        Find(request) is { } deployment
            ? Paging.Of(
                request,
                [
                    .. deployment
                        .Statuses.OrderByDescending(status => status.Id)
                        .Select(status => show.Status(deployment, status)),
                ]
            )
            : Answer.NotFound;

    public Answer CreateStatus(Incoming request)
    {
        if (Find(request) is not { } deployment)
            return Answer.NotFound;
        var json = request.Json;
        var status = new StoredStatus(
            Store.NextId(),
            Text(json, "state")!,
            Text(json, "description") ?? "",
            Text(json, "environment_url"),
            server.Time.GetUtcNow()
        );
        deployment.Statuses.Add(status);
        return new Answer(201, show.Status(deployment, status));
    }

    StoredDeployment? Find(Incoming request) =>
        Store.Deployments.Find(deployment => deployment.Id == request.Id("deployment_id"));

    static string? Text(JsonNode json, string name) => json[name]?.GetValue<string>();
}
