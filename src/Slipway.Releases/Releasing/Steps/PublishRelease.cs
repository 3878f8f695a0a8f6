namespace Slipway.Releases;

/// <summary>The draft becomes visible to everybody.</summary>
sealed class PublishRelease(ReleaseContext context) : IReleaseStep
{
    public string Title => "Publish the release";

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken)
    {
        context.Release = await context.Host.FindReleaseAsync(context.Tag, cancellationToken);
        return context.Release switch
        {
            { IsDraft: false } published => new StepAnswer.Done(published.Page.ToString()),
            not null => new StepAnswer.Open(),
            null => new StepAnswer.Wrong(
                new($"The host's release of {context.Tag} is gone", "Somebody has deleted it meanwhile: Release again.")
            ),
        };
    }

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        var highest = ReleaseRepository.HighestVersion(
            await context.Repository.TagsAsync(commit: null, cancellationToken),
            context.Request.TagPrefix
        );
        var isLatest = context.Version.PreRelease is null && (highest is null || highest <= context.Version);
        await context.Host.PublishAsync(context.ReleaseId, isLatest, cancellationToken);
    }
}
