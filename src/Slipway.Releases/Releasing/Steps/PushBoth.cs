namespace Slipway.Releases;

/// <summary>Commit and tag go to the remote together or not at all: from here on the release is decided.</summary>
sealed class PushBoth(ReleaseContext context) : IReleaseStep
{
    public string Title => "Push commit and tag";

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var (repository, branch) = (context.Repository, context.World.Branch);
        var local = await repository.LocalTagAsync(context.Tag, cancellationToken);
        var (head, tag) = await repository.AskRemoteAsync(branch ?? "HEAD", context.Tag, cancellationToken);
        if (tag is null)
            return new StepAnswer.Open();
        if (!tag.Id.Is(local?.Id))
            return new StepAnswer.Wrong(
                new(
                    $"The tag {context.Tag} at {repository.Remote} is another than the one here",
                    $"The remote's counts: 'git tag --delete {context.Tag}', and Release again."
                )
            );
        // On a tag that is checked out without its branch there is nothing but the tag to ask for.
        return branch is null || head.Is(context.Roll.Commit) || await HasItAsync(branch, cancellationToken)
            ? new StepAnswer.Done($"both are at {repository.Remote}")
            : new StepAnswer.Open();
    }

    public Task DoAsync(CancellationToken cancellationToken) =>
        context.Repository.PushAsync(
            context.Roll.Commit,
            context.World.Branch
                ?? throw new ReleaseException(
                    $"HEAD is on no branch, so that there is none to push: 'git switch main', and Release again."
                ),
            context.Tag,
            cancellationToken
        );

    /// <summary>The branch at the remote may have gone on since.</summary>
    async Task<bool> HasItAsync(string branch, CancellationToken cancellationToken)
    {
        var theirs = await context.Repository.FetchBranchAsync(branch, cancellationToken);
        return await context.Repository.IsOnHistoryAsync(context.Roll.Commit, theirs, cancellationToken) is true;
    }
}
