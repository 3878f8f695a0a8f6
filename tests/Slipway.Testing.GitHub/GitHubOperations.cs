using System.Text.Json.Nodes;

namespace Slipway.Testing.GitHub;

/// <summary>What GitHub does when it is asked.</summary>
sealed class GitHubOperations(GitHubServer server, ApiDescription description)
{
    const string Login = "octocat";

    readonly JsonNode _sampleRepository = Sample.Of(description.Component("repository"), description)!;

    public int Remaining { get; private set; } = 5000;

    GitHubRepository Store => server.Repository;

    Rendering Show => new(server.Addresses, Store, Login, digests: server.Flavour != GitHubFlavour.EnterpriseServer);

    public Answer Handle(Incoming request, bool isHalf)
    {
        Remaining--;
        var token = request.Authorization?.Split(' ')[^1];
        if (token is null)
            return Answer.Error(401, "Requires authentication");
        if (token != server.Token && token != server.AppToken && token != server.ReadToken)
            return Answer.Error(401, "Bad credentials");
        var mayWrite = token != server.ReadToken;
        if (request.PathValues.TryGetValue("owner", out var owner) && !IsHere(owner, request.PathValues["repo"]))
            return Answer.NotFound;
        if (!mayWrite && request.Method != "GET")
            return Answer.Error(403, "Resource not accessible by personal access token");

        var releases = new ReleaseOperations(server, Show, mayWrite);
        var deployments = new DeploymentOperations(server, Show);
        return request.Name switch
        {
            "users/get-authenticated" => token == server.AppToken
                ? Answer.Error(403, "Resource not accessible by integration")
                : new Answer(200, Show.User(Login, isWhole: true)),
            "rate-limit/get" => Limits(),
            "repos/list-releases" => releases.List(request),
            "repos/create-release" => releases.Create(request),
            "repos/get-release" => releases.Get(request),
            "repos/get-release-by-tag" => releases.GetByTag(request),
            "repos/get-latest-release" => releases.GetLatest(),
            "repos/update-release" => releases.Update(request),
            "repos/delete-release" => releases.Delete(request),
            "repos/list-release-assets" => releases.ListAssets(request),
            "repos/upload-release-asset" => releases.Upload(request, isHalf),
            "repos/get-release-asset" => releases.GetAsset(request),
            "repos/delete-release-asset" => releases.DeleteAsset(request),
            "repos/list-deployments" => deployments.List(request),
            "repos/create-deployment" => deployments.Create(request),
            "repos/list-deployment-statuses" => deployments.ListStatuses(request),
            "repos/create-deployment-status" => deployments.CreateStatus(request),
            "repos/list-pull-requests-associated-with-commit" => Pulls(request),
            "issues/list-comments" => new CommentOperations(server, Show).List(request),
            "issues/create-comment" => new CommentOperations(server, Show).Create(
                request,
                token == server.AppToken ? CommentOperations.App : Login
            ),
            "issues/update-comment" => new CommentOperations(server, Show).Update(request),
            var other => throw new NotSupportedException($"This GitHub does not do {other}."),
        };
    }

    /// <summary>The content of an asset, for whoever has its address; a token has no business here.</summary>
    public Answer Stored(Incoming request)
    {
        if (request.Authorization is not null)
            server.Violate("A token was sent to the host that keeps the assets");
        var id = long.Parse(request.Path.Split('/')[^1]);
        lock (server.Lock)
        {
            var asset = Store.Releases.SelectMany(release => release.Assets).FirstOrDefault(asset => asset.Id == id);
            return asset is null ? Answer.NotFound : new Answer(200) { Content = asset.Content };
        }
    }

    bool IsHere(string owner, string name) =>
        owner.Equals(Store.Owner, StringComparison.OrdinalIgnoreCase)
        && name.Equals(Store.Name, StringComparison.OrdinalIgnoreCase);

    Answer Limits()
    {
        JsonObject Limit() =>
            new()
            {
                ["limit"] = 5000,
                ["remaining"] = Remaining,
                ["reset"] = server.Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
                ["used"] = 5000 - Remaining,
            };
        return new Answer(
            200,
            new JsonObject
            {
                ["resources"] = new JsonObject { ["core"] = Limit(), ["search"] = Limit() },
                ["rate"] = Limit(),
            }
        );
    }

    Answer Pulls(Incoming request)
    {
        var commit = request.PathValues["commit_sha"];
        if (Store.Commits.Count > 0 && !Store.Commits.Contains(commit))
            return Answer.Error(422, $"No commit found for SHA: {commit}");
        var found = Store.Pulls.Where(pull => pull.MergeCommit == commit || pull.Commits.Contains(commit));
        return Paging.Of(request, [.. found.Select(pull => Show.Pull(pull, _sampleRepository))]);
    }
}
