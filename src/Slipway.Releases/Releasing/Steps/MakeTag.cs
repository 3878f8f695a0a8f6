namespace Slipway.Releases;

/// <summary>The annotated tag, signed unless it was stated that it is not.</summary>
sealed class MakeTag(ReleaseContext context) : IReleaseStep
{
    public string Title => $"Tag {context.Tag}";

    public async Task<StepAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var tag = context.Tag;
        if (await context.Repository.LocalTagAsync(tag, cancellationToken) is not { } found)
            return new StepAnswer.Open();
        if (!found.Commit.Is(context.Roll.Commit))
            return Wrong($"is on {found.Commit[..12]}, not on {context.Roll.Commit[..12]}");
        if (await context.Repository.TagTextAsync(found, cancellationToken) is not { } text)
            return Wrong("is a lightweight one, without message or signature");
        context.IsSigned = TagMessage.IsSigned(text);
        if (context.IsSigned is false)
            return context.Request.WithoutSignature
                ? new StepAnswer.Done("not signed, as stated")
                : Wrong(
                    "is not signed, and this run was not told --unsigned",
                    "'Release --unsigned' goes on with it. "
                );
        return await context.Repository.WhyNotVerifiedAsync(tag, cancellationToken) is { } why
            ? Wrong($"has a signature that does not verify: {why}")
            : new StepAnswer.Done("signed, and verified");
    }

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        var (repository, roll) = (context.Repository, context.Roll);
        // Two tag objects for one release would be two releases to whoever has fetched the first.
        if (roll.Commit.Is(context.World.RemoteTag?.Commit))
        {
            await repository.FetchTagAsync(context.Tag, cancellationToken);
            return;
        }

        var changelog = await repository.ChangelogAsync(roll.Commit, cancellationToken);
        await repository.TagAsync(
            context.Tag,
            roll.Commit,
            TagMessage.Write(
                context.Version,
                ChangelogSection.TextOf(changelog!.Find(context.Version)!.Lines),
                context.Image,
                !context.Request.WithoutSignature
            ),
            signed: !context.Request.WithoutSignature,
            cancellationToken
        );
    }

    StepAnswer.Wrong Wrong(string how, string goOn = "") =>
        new(
            new(
                $"The tag {context.Tag} {how}",
                $"{goOn}If nobody has it yet: 'git tag --delete {context.Tag}', and Release again."
            )
        );
}
