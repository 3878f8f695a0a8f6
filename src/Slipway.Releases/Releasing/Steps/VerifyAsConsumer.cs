namespace Slipway.Releases;

/// <summary>
/// Everything once more from outside, as whoever uses the release would check it: nothing that this run knows counts.
/// </summary>
sealed class VerifyAsConsumer(ReleaseContext context) : IReleaseStep
{
    string? _verified;

    public string Title => "Verify as a consumer";

    public bool IsChange => false;

    public Task<StepAnswer> AskAsync(CancellationToken cancellationToken) =>
        Task.FromResult<StepAnswer>(_verified is null ? new StepAnswer.Open() : new StepAnswer.Done(_verified));

    /// <exception cref="ReleaseException">Something is not as it should be; with what, and where.</exception>
    public async Task DoAsync(CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("slipway-verify-").FullName;
        try
        {
            var (clone, tag) = await VerifyTagAsync(Path.Combine(directory, "clone"), cancellationToken);
            var sums = await VerifyAssetsAsync(directory, cancellationToken);
            var statements = await new StatementVerifier(context, clone, directory, sums).VerifyAsync(
                cancellationToken
            );
            VerifyImage();
            var count = $"{sums.Count} {(sums.Count == 1 ? "checksum" : "checksums")}";
            string[] all = [tag, count, .. statements, $"image {context.Image.ShortDigest}"];
            _verified = string.Join(", ", all);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    async Task<(Git Clone, string Tag)> VerifyTagAsync(string directory, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var (clone, url) = await context.Repository.CloneForAsync(directory, cancellationToken);
        await clone.RunAsync(cancellationToken, "init", "--quiet", "--bare");
        var reference = $"refs/tags/{context.Tag}";
        await clone.RunAsync(cancellationToken, "fetch", "--quiet", "--depth=1", url, $"{reference}:{reference}");
        var commit = (await clone.RunAsync(cancellationToken, "rev-parse", $"{reference}^{{commit}}"))[0];
        if (!commit.Is(context.Roll.Commit))
            throw Failed($"the tag {context.Tag} of {url} leads to {commit[..12]}, not to {context.Roll.Commit[..12]}");
        if (context.IsSigned is false)
            return (clone, "tag fetched, not signed");
        var verdict = await clone.AskAsync(cancellationToken, "verify-tag", context.Tag);
        return verdict.IsGood
            ? (clone, "signature")
            : throw Failed($"the signature of {context.Tag} from {url} does not verify: {verdict.Error}");
    }

    async Task<IReadOnlyDictionary<string, string>> VerifyAssetsAsync(
        string directory,
        CancellationToken cancellationToken
    )
    {
        var assets = await context.Host.ListAssetsAsync(context.ReleaseId, cancellationToken);
        var list =
            assets.FirstOrDefault(asset => asset.Name.Is(ReleaseFiles.Checksums))
            ?? throw Failed($"the release has no {ReleaseFiles.Checksums}");
        var sums = ReleaseFiles.ReadChecksums(
            await File.ReadAllTextAsync(await DownloadAsync(list, directory, cancellationToken), cancellationToken)
        );
        foreach (var (name, sum) in sums)
        {
            var asset =
                assets.FirstOrDefault(asset => asset.Name.Is(name)) ?? throw Failed($"the release has no {name}");
            var file = await DownloadAsync(asset, directory, cancellationToken);
            if (!sum.Is(await ReleaseFiles.SumAsync(file, cancellationToken)))
                throw Failed($"{name} does not have the checksum that {ReleaseFiles.Checksums} gives it");
            if (context.Content.Inspect(file, context.Image) is { } wrong)
                throw Failed($"{name} {wrong}");
        }

        return sums;
    }

    async Task<string> DownloadAsync(HostedAsset asset, string directory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, asset.Name);
        await context.Host.DownloadAssetAsync(asset, path, cancellationToken);
        return path;
    }

    void VerifyImage()
    {
        var pulled = context.Content.PullManifest(context.Image.Digest);
        if (!pulled.Is(context.Image.Digest))
            throw Failed($"the manifest of {context.Image.Digest} has the digest {pulled}");
    }

    ReleaseException Failed(string what) => context.NotVerified(what);
}
