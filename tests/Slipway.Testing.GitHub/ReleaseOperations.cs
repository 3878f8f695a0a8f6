using System.Text.Json.Nodes;

namespace Slipway.Testing.GitHub;

/// <summary>Releases and their assets, by GitHub's rules.</summary>
sealed class ReleaseOperations(GitHubServer server, Rendering show, bool mayWrite)
{
    GitHubRepository Store => server.Repository;

    /// <summary>Drafts are for those who may write.</summary>
    IEnumerable<StoredRelease> Visible => Store.Releases.Where(release => mayWrite || !release.IsDraft);

    public Answer List(Incoming request) =>
        Paging.Of(
            request,
            [
                .. Visible
                    .OrderByDescending(release => release.CreatedAt)
                    .ThenByDescending(release => release.Id)
                    .Select(show.Release),
            ]
        );

    public Answer Get(Incoming request) =>
        Find(request) is { } release ? new Answer(200, show.Release(release)) : Answer.NotFound;

    public Answer GetByTag(Incoming request) =>
        Published(request.PathValues["tag"]) is { } release ? new Answer(200, show.Release(release)) : Answer.NotFound;

    public Answer GetLatest() =>
        Store.Releases.FirstOrDefault(release => release.Id == Store.Latest) is { } latest
            ? new Answer(200, show.Release(latest))
            : Answer.NotFound;

    public Answer Create(Incoming request)
    {
        var json = request.Json;
        var tag = Text(json, "tag_name")!;
        var isDraft = json["draft"]?.GetValue<bool>() == true;
        if (!isDraft && Published(tag) is not null)
            return Answer.Invalid("Release", "tag_name", "already_exists");
        var release = new StoredRelease
        {
            Id = Store.NextId(),
            Tag = tag,
            Target = Text(json, "target_commitish") ?? "main",
            Title = Text(json, "name"),
            Notes = Text(json, "body"),
            IsDraft = true,
            IsPrerelease = json["prerelease"]?.GetValue<bool>() == true,
            CreatedAt = server.Time.GetUtcNow(),
        };
        Store.Releases.Add(release);
        if (!isDraft)
            Publish(release, json);
        return new Answer(201, show.Release(release));
    }

    public Answer Update(Incoming request)
    {
        if (Find(request) is not { } release)
            return Answer.NotFound;
        var json = request.Json;
        var willBePublic = release.IsDraft && json["draft"]?.GetValue<bool>() == false;
        var tag = Text(json, "tag_name") ?? release.Tag;
        if (willBePublic && Published(tag) is not null)
            return Answer.Invalid("Release", "tag_name", "already_exists");
        release.Tag = tag;
        release.Target = Text(json, "target_commitish") ?? release.Target;
        release.Title = Text(json, "name") ?? release.Title;
        release.Notes = Text(json, "body") ?? release.Notes;
        release.IsPrerelease = json["prerelease"]?.GetValue<bool>() ?? release.IsPrerelease;
        if (willBePublic)
            Publish(release, json);
        return new Answer(200, show.Release(release));
    }

    public Answer Delete(Incoming request)
    {
        if (Find(request) is not { } release)
            return Answer.NotFound;
        Store.Releases.Remove(release);
        return new Answer(204);
    }

    public Answer ListAssets(Incoming request) =>
        Find(request) is { } release
            ? Paging.Of(request, [.. release.Assets.Select(asset => show.Asset(release, asset))])
            : Answer.NotFound;

    public Answer Upload(Incoming request, bool isHalf)
    {
        if (Find(request) is not { } release)
            return Answer.NotFound;
        var name = request.Query["name"];
        if (release.Assets.Any(asset => asset.Name == name))
            return Answer.Invalid("ReleaseAsset", "name", "already_exists");
        var asset = new StoredAsset
        {
            Id = Store.NextId(),
            Name = name,
            ContentType = request.ContentType!,
            Content = isHalf ? [] : request.Body,
            State = isHalf ? "starter" : "uploaded",
            CreatedAt = server.Time.GetUtcNow(),
        };
        release.Assets.Add(asset);
        return new Answer(201, show.Asset(release, asset));
    }

    /// <summary>The asset's description, or, for whoever accepts bytes, the way to its content.</summary>
    public Answer GetAsset(Incoming request)
    {
        if (FindAsset(request) is not (var release, var asset))
            return Answer.NotFound;
        if (!request.Accept.Contains("application/octet-stream", StringComparison.Ordinal))
            return new Answer(200, show.Asset(release, asset));
        return new Answer(302)
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["location"] = $"{server.Addresses.Storage}{asset.Id}",
            },
        };
    }

    public Answer DeleteAsset(Incoming request)
    {
        if (FindAsset(request) is not (var release, var asset))
            return Answer.NotFound;
        release.Assets.Remove(asset);
        return new Answer(204);
    }

    void Publish(StoredRelease release, JsonNode json)
    {
        release.IsDraft = false;
        release.PublishedAt = server.Time.GetUtcNow();
        if (Store.FindTag is { } find && find(release.Tag) is null)
            Store.TagsMade.Add(release.Tag);
        if (!release.IsPrerelease && Text(json, "make_latest") is not "false")
            Store.Latest = release.Id;
    }

    StoredRelease? Find(Incoming request) => Visible.FirstOrDefault(release => release.Id == request.Id("release_id"));

    StoredRelease? Published(string tag) => Store.Releases.Find(release => !release.IsDraft && release.Tag == tag);

    (StoredRelease, StoredAsset)? FindAsset(Incoming request) =>
        Visible
            .SelectMany(release => release.Assets.Select(asset => ((StoredRelease, StoredAsset)?)(release, asset)))
            .FirstOrDefault(pair => pair!.Value.Item2.Id == request.Id("asset_id"));

    static string? Text(JsonNode json, string name) => json[name]?.GetValue<string>();
}
