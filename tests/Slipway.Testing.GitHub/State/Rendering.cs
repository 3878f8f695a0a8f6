using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Slipway.Testing.GitHub;

/// <summary>What is in store, as GitHub shows it.</summary>
sealed class Rendering(GitHubAddresses at, GitHubRepository repository, string login, bool digests)
{
    string Root => $"{at.Api}repos/{repository.Owner}/{repository.Name}";

    string Page => $"{at.Web}{repository.Owner}/{repository.Name}";

    public JsonObject Release(StoredRelease release)
    {
        var shown = release.IsDraft ? $"untagged-{release.Id:x}" : release.Tag;
        return new JsonObject
        {
            ["url"] = $"{Root}/releases/{release.Id}",
            ["assets_url"] = $"{Root}/releases/{release.Id}/assets",
            ["upload_url"] =
                $"{at.Uploads}repos/{repository.Owner}/{repository.Name}/releases/{release.Id}/assets{{?name,label}}",
            ["html_url"] = $"{Page}/releases/tag/{shown}",
            ["id"] = release.Id,
            ["author"] = User(login),
            ["node_id"] = Node("RE", release.Id),
            ["tag_name"] = release.Tag,
            ["target_commitish"] = release.Target,
            ["name"] = release.Title,
            ["body"] = release.Notes,
            ["draft"] = release.IsDraft,
            ["prerelease"] = release.IsPrerelease,
            ["created_at"] = Time(release.CreatedAt),
            ["published_at"] = release.PublishedAt is { } published ? Time(published) : null,
            ["assets"] = new JsonArray([.. release.Assets.Select(asset => Asset(release, asset))]),
            ["tarball_url"] = release.IsDraft ? null : $"{Root}/tarball/{release.Tag}",
            ["zipball_url"] = release.IsDraft ? null : $"{Root}/zipball/{release.Tag}",
        };
    }

    public JsonObject Asset(StoredRelease release, StoredAsset asset)
    {
        var shown = new JsonObject
        {
            ["url"] = $"{Root}/releases/assets/{asset.Id}",
            ["id"] = asset.Id,
            ["node_id"] = Node("RA", asset.Id),
            ["name"] = asset.Name,
            ["label"] = "",
            ["uploader"] = User(login),
            ["content_type"] = asset.ContentType,
            ["state"] = asset.State,
            ["size"] = asset.Content.Length,
            ["digest"] = null,
            ["download_count"] = 0,
            ["created_at"] = Time(asset.CreatedAt),
            ["updated_at"] = Time(asset.CreatedAt),
            ["browser_download_url"] = $"{Page}/releases/download/{release.Tag}/{asset.Name}",
        };
        if (digests && asset.State == "uploaded")
            shown["digest"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(asset.Content))}";
        return shown;
    }

    public JsonObject Deployment(StoredDeployment deployment) =>
        new()
        {
            ["url"] = $"{Root}/deployments/{deployment.Id}",
            ["id"] = deployment.Id,
            ["node_id"] = Node("DE", deployment.Id),
            ["sha"] = deployment.Commit,
            ["ref"] = deployment.Commit,
            ["task"] = deployment.Task,
            ["payload"] = "",
            ["original_environment"] = deployment.Environment,
            ["environment"] = deployment.Environment,
            ["description"] = deployment.Description,
            ["creator"] = User(login),
            ["created_at"] = Time(deployment.CreatedAt),
            ["updated_at"] = Time(deployment.CreatedAt),
            ["statuses_url"] = $"{Root}/deployments/{deployment.Id}/statuses",
            ["repository_url"] = Root,
            ["transient_environment"] = false,
            ["production_environment"] = deployment.IsProduction,
        };

    public JsonObject Status(StoredDeployment deployment, StoredStatus status)
    {
        var shown = new JsonObject
        {
            ["url"] = $"{Root}/deployments/{deployment.Id}/statuses/{status.Id}",
            ["id"] = status.Id,
            ["node_id"] = Node("DES", status.Id),
            ["state"] = status.State,
            ["creator"] = User(login),
            ["description"] = status.Description,
            ["environment"] = deployment.Environment,
            ["target_url"] = $"{Page}/deployments",
            ["created_at"] = Time(status.CreatedAt),
            ["updated_at"] = Time(status.CreatedAt),
            ["deployment_url"] = $"{Root}/deployments/{deployment.Id}",
            ["repository_url"] = Root,
        };
        if (status.Url is { } url)
            shown["environment_url"] = url;
        return shown;
    }

    public JsonObject Pull(StoredPull pull, JsonNode sampleRepository)
    {
        var (number, issue) = ($"{Root}/pulls/{pull.Number}", $"{Root}/issues/{pull.Number}");
        return new JsonObject
        {
            ["url"] = number,
            ["id"] = 5000 + pull.Number,
            ["node_id"] = Node("PR", pull.Number),
            ["html_url"] = $"{Page}/pull/{pull.Number}",
            ["diff_url"] = $"{Page}/pull/{pull.Number}.diff",
            ["patch_url"] = $"{Page}/pull/{pull.Number}.patch",
            ["issue_url"] = issue,
            ["commits_url"] = $"{number}/commits",
            ["review_comments_url"] = $"{number}/comments",
            ["review_comment_url"] = $"{Root}/pulls/comments{{/number}}",
            ["comments_url"] = $"{issue}/comments",
            ["statuses_url"] = $"{Root}/statuses/{pull.MergeCommit}",
            ["number"] = pull.Number,
            ["state"] = pull.MergedAt is null ? "open" : "closed",
            ["locked"] = false,
            ["title"] = pull.Title,
            ["user"] = pull.Author is { } author ? User(author) : null,
            ["body"] = null,
            ["labels"] = new JsonArray([.. pull.Labels.Select(Label)]),
            ["milestone"] = null,
            ["created_at"] = "2026-01-01T00:00:00Z",
            ["updated_at"] = "2026-01-01T00:00:00Z",
            ["closed_at"] = pull.MergedAt is { } closed ? Time(closed) : null,
            ["merged_at"] = pull.MergedAt is { } merged ? Time(merged) : null,
            ["merge_commit_sha"] = pull.MergeCommit,
            ["assignee"] = null,
            ["head"] = Branch("feature", pull.Commits[^1], sampleRepository),
            ["base"] = Branch("main", pull.MergeCommit, sampleRepository),
            ["_links"] = Links(number, issue),
            ["author_association"] = "CONTRIBUTOR",
            ["auto_merge"] = null,
            ["draft"] = false,
        };
    }

    public JsonObject Comment(StoredComment comment) =>
        new()
        {
            ["url"] = $"{Root}/issues/comments/{comment.Id}",
            ["html_url"] = $"{Page}/pull/{comment.PullRequest}#issuecomment-{comment.Id}",
            ["issue_url"] = $"{Root}/issues/{comment.PullRequest}",
            ["id"] = comment.Id,
            ["node_id"] = Node("IC", comment.Id),
            ["user"] = User(comment.Author),
            ["created_at"] = Time(comment.CreatedAt),
            ["updated_at"] = Time(comment.CreatedAt),
            ["author_association"] = "NONE",
            ["body"] = comment.Body,
        };

    public JsonObject User(string name, bool isWhole = false)
    {
        var root = $"{at.Api}users/{name}";
        var user = new JsonObject
        {
            ["login"] = name,
            ["id"] = 1,
            ["node_id"] = Node("U", 1),
            ["avatar_url"] = $"{at.Web}avatars/{name}",
            ["gravatar_id"] = "",
            ["url"] = root,
            ["html_url"] = $"{at.Web}{name}",
            ["type"] = name.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User",
            ["site_admin"] = false,
        };
        foreach (var list in (string[])["followers", "subscriptions", "organizations", "repos", "received_events"])
            user[$"{list}_url"] = $"{root}/{list}";
        foreach (var list in (string[])["following", "gists", "starred", "events"])
            user[$"{list}_url"] = $"{root}/{list}{{/name}}";
        if (!isWhole)
            return user;
        foreach (var text in (string[])["name", "company", "blog", "location", "email", "hireable", "bio"])
            user[text] = null;
        foreach (var count in (string[])["public_repos", "public_gists", "followers", "following"])
            user[count] = 0;
        user["user_view_type"] = "public";
        user["created_at"] = "2026-01-01T00:00:00Z";
        user["updated_at"] = "2026-01-01T00:00:00Z";
        return user;
    }

    JsonObject Branch(string name, string commit, JsonNode sampleRepository) =>
        new()
        {
            ["label"] = $"{repository.Owner}:{name}",
            ["ref"] = name,
            ["sha"] = commit,
            ["user"] = User(repository.Owner),
            ["repo"] = sampleRepository.DeepClone(),
        };

    JsonObject Label(string name) =>
        new()
        {
            ["id"] = 1,
            ["node_id"] = Node("LA", 1),
            ["url"] = $"{Root}/labels/{name}",
            ["name"] = name,
            ["description"] = "",
            ["color"] = "ededed",
            ["default"] = false,
        };

    static JsonObject Links(string number, string issue)
    {
        string[] names =
        [
            "comments",
            "commits",
            "statuses",
            "html",
            "issue",
            "review_comments",
            "review_comment",
            "self",
        ];
        return new JsonObject(
            names.Select(name =>
                KeyValuePair.Create(
                    name,
                    (JsonNode?)new JsonObject { ["href"] = name is "issue" or "comments" ? issue : number }
                )
            )
        );
    }

    static string Node(string kind, long id) => $"{kind}_{id:x8}";

    static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
