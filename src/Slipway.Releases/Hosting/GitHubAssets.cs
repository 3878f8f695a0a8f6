using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Octokit;

namespace Slipway.Releases;

/// <summary>The assets of releases.</summary>
sealed partial class GitHubAssets(GitHubApi api, GitHubCalls calls, GitHubPatience patience)
{
    public Task<IReadOnlyList<HostedAsset>> ListAsync(long releaseId, CancellationToken cancellationToken) =>
        calls.RepeatAsync($"list the assets of release {releaseId}", () => AllAsync(releaseId), cancellationToken);

    public async Task<HostedAsset> UploadAsync(long releaseId, AssetFile file, CancellationToken cancellationToken)
    {
        if (!NamePattern().IsMatch(file.Name))
        {
            throw new HostException(
                HostFailure.Invalid,
                $"The asset '{file.Name}' cannot have that name: GitHub would rename it. Use letters, digits, dots, hyphens and underscores."
            );
        }

        var release = await calls.RepeatAsync(
            $"read release {releaseId}",
            () => api.GetAsync<Release>($"releases/{releaseId}"),
            cancellationToken
        );
        var content = await FileContent.OfAsync(file.Path, cancellationToken);
        var asset = await calls.MakeOnceAsync(
            $"upload {file.Name}",
            () => FindAsync(release, file.Name, content, cancellationToken),
            () => SendAsync(release, file, content),
            cancellationToken
        );
        return await HasAsync(asset, content, cancellationToken)
            ? asset
            : throw new HostException(
                HostFailure.Conflict,
                $"The published release {release.TagName} has another {file.Name} than {file.Path}: what was published is not "
                    + $"replaced. Release a new version, or delete it by hand at {release.HtmlUrl}"
            );
    }

    public Task DeleteAsync(long assetId, CancellationToken cancellationToken) =>
        calls.RepeatAsync(
            $"delete asset {assetId}",
            async () =>
            {
                await RemoveAsync(assetId);
                return this;
            },
            cancellationToken
        );

    public Task DownloadAsync(HostedAsset asset, string path, CancellationToken cancellationToken) =>
        calls.RepeatAsync(
            $"download {asset.Name}",
            async () =>
            {
                var aside = $"{path}.{asset.Id}.part";
                try
                {
                    var content = await SaveAsync(asset.Id, aside, cancellationToken);
                    if (!content.MayBe(asset))
                    {
                        throw new AnswerException(
                            $"it sent {content.Size} bytes with {content.Digest} for {asset.Size} bytes with {asset.Digest}"
                        );
                    }

                    File.Move(aside, path, overwrite: true);
                    return content;
                }
                finally
                {
                    File.Delete(aside);
                }
            },
            cancellationToken
        );

    async Task<IReadOnlyList<HostedAsset>> AllAsync(long releaseId)
    {
        var all = await api.ListAsync<AssetModel>($"releases/{releaseId}/assets");
        return [.. all.Select(asset => asset.ToAsset())];
    }

    /// <summary>What may stay under that name. What may not, and may be deleted, is.</summary>
    async Task<HostedAsset?> FindAsync(
        Release release,
        string name,
        FileContent content,
        CancellationToken cancellationToken
    )
    {
        var all = await AllAsync(release.Id);
        if (all.FirstOrDefault(asset => asset.Name.Equals(name, StringComparison.Ordinal)) is not { } there)
            return null;
        if (there.IsWhole && (!release.Draft || await HasAsync(there, content, cancellationToken)))
            return there;
        await RemoveAsync(there.Id);
        return null;
    }

    async Task<HostedAsset> SendAsync(Release release, AssetFile file, FileContent content)
    {
        // The upload's address is a template: {?name,label}.
        var address = release.UploadUrl.Split('{')[0];
        await using var stream = File.OpenRead(file.Path);
        var sent = await api.UploadAsync<AssetModel>(
            new Uri($"{address}?name={Uri.EscapeDataString(file.Name)}"),
            stream,
            file.ContentType,
            patience.TransferLimit
        );
        var asset = sent.ToAsset();
        return asset.IsWhole && content.MayBe(asset)
            ? asset
            : throw new AnswerException($"it kept {asset.Size} of {content.Size} bytes");
    }

    /// <summary>A host that gives no digest is asked for the content.</summary>
    async Task<bool> HasAsync(HostedAsset asset, FileContent content, CancellationToken cancellationToken)
    {
        if (asset.Digest is not null || !content.MayBe(asset))
            return content.MayBe(asset);
        var copy = Path.GetTempFileName();
        try
        {
            return await SaveAsync(asset.Id, copy, cancellationToken) == content;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    async Task<FileContent> SaveAsync(long assetId, string path, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience.TransferLimit);
        await using (var stream = await api.OpenAsync($"releases/assets/{assetId}"))
        await using (var file = File.Create(path))
        {
            await stream.CopyToAsync(file, limit.Token);
            file.Flush(flushToDisk: true);
        }

        return await FileContent.OfAsync(path, limit.Token);
    }

    async Task RemoveAsync(long assetId)
    {
        try
        {
            await api.DeleteAsync($"releases/assets/{assetId}");
        }
        catch (NotFoundException)
        {
            // An earlier attempt took effect.
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]*(?<!\.)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    sealed record FileContent(long Size, string Digest)
    {
        /// <summary>As far as the host says: it may give no digest.</summary>
        public bool MayBe(HostedAsset asset) =>
            Size == asset.Size && Digest.Equals(asset.Digest ?? Digest, StringComparison.Ordinal);

        public static async Task<FileContent> OfAsync(string path, CancellationToken cancellationToken)
        {
            await using var file = File.OpenRead(path);
            var hash = await SHA256.HashDataAsync(file, cancellationToken);
            return new FileContent(file.Length, $"sha256:{Convert.ToHexStringLower(hash)}");
        }
    }
}
