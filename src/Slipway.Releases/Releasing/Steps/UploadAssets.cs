namespace Slipway.Releases;

/// <summary>Every file of the release is at the host, whole. What is published is never replaced.</summary>
sealed class UploadAssets(ReleaseContext context) : IReleaseStep
{
    IReadOnlyList<AssetFile>? _files;

    public string Title => "Upload the assets";

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var there = await context.Host.ListAssetsAsync(context.ReleaseId, cancellationToken);
        // The checksums are uploaded last, so a published release that has them has everything that they name.
        if (
            context.Release is { IsDraft: false }
            && there.Any(asset => asset is { Name: ReleaseFiles.Checksums, IsWhole: true })
        )
            return Done(there.Count);

        var files = await FilesAsync(cancellationToken);
        foreach (var file in files)
        {
            if (!there.Any(asset => asset.Name.Is(file.Name) && asset.IsWhole))
                return new StepAnswer.Open();
            var sum = $"sha256:{await ReleaseFiles.SumAsync(file.Path, cancellationToken)}";
            if (there.Any(asset => asset.Name.Is(file.Name) && asset.Digest is { } digest && !digest.Is(sum)))
                return new StepAnswer.Open();
        }

        return Done(files.Count);
    }

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        foreach (var file in await FilesAsync(cancellationToken))
            await context.Host.UploadAssetAsync(context.ReleaseId, file, cancellationToken);
    }

    async Task<IReadOnlyList<AssetFile>> FilesAsync(CancellationToken cancellationToken) =>
        _files ??= await ReleaseFiles.PrepareAsync(
            context.Content,
            context.Tag,
            context.Image,
            context.IsSigned is true ? context.Repository.Signer : null,
            cancellationToken
        );

    static StepAnswer.Done Done(int count) => new($"{count} files");
}
