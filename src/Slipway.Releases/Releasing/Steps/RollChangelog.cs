namespace Slipway.Releases;

/// <summary>The changelog's unreleased entries become this version's, in a commit of their own.</summary>
sealed class RollChangelog(ReleaseContext context, TimeProvider time) : IReleaseStep
{
    public string Title => "Roll the changelog";

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var head = await context.Repository.CommitAsync("HEAD", cancellationToken);
        if (await context.Repository.RollAsync(head, cancellationToken) is { } roll && roll.Version == context.Version)
        {
            context.FoundRoll = roll;
            return new StepAnswer.Done($"{head[..12]} {RollCommit.SubjectOf(roll.Version)}");
        }

        return head.Is(context.World.Base)
            ? new StepAnswer.Open()
            : new StepAnswer.Wrong(
                new(
                    $"HEAD has moved to {head[..12]} meanwhile, which is not {context.World.Base[..12]} with its changelog rolled",
                    "A commit hook that changes files does that, or somebody who works in this directory. Take it back with "
                        + $"'git reset --keep {context.World.Base[..12]}', and Release again."
                )
            );
    }

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        var before = await context.Repository.ChangelogAsync(context.World.Base, cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await context.Repository.CommitChangelogAsync(
            before!.Roll(context.Version, today, context.Host.Repository.Page),
            RollCommit.SubjectOf(context.Version),
            cancellationToken
        );
    }
}
