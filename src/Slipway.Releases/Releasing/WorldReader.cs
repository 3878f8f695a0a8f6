namespace Slipway.Releases;

/// <summary>Asks git and the remote all that a release is judged by, and changes nothing.</summary>
sealed class WorldReader(ReleaseRepository repository, ReleaseRequest request, CancellationToken cancellationToken)
{
    /// <summary>The version that is released, and the world that it is released in.</summary>
    public async Task<(SemanticVersion Version, ReleaseWorld World)> ReadAsync()
    {
        var branch = await repository.BranchAsync(cancellationToken);
        var head = await repository.CommitAsync("HEAD", cancellationToken);
        var roll = await repository.RollAsync(head, cancellationToken);
        // A roll commit whose version somebody has released by hand elsewhere is judged like any other.
        var version = roll?.Version ?? request.Given ?? request.Calculated;
        var tag = request.TagOf(version);
        var below = roll?.Base ?? head;
        var changelog = await repository.ChangelogAsync(below, cancellationToken);
        var others = (await repository.TagsAsync(below, cancellationToken)).Where(other => !other.Is(tag)).ToList();
        var world = new ReleaseWorld
        {
            Branch = branch,
            Head = head,
            Roll = roll,
            Changes = await ChangesAsync(changelog),
            Findings =
            [
                .. changelog is null
                    ? [$"{ReleaseRepository.ChangelogFile} is not there"]
                    : changelog.Check().Select(finding => finding.ToString()),
            ],
            HasEntries = changelog?.Unreleased?.HasEntries is true,
            Last = ReleaseRepository.HighestVersion(others, request.TagPrefix),
            LastRelease = LastRelease.Among(others),
            LocalTag = await repository.LocalTagAsync(tag, cancellationToken),
        };
        world = await WithRemoteAsync(world, branch, tag);
        return (version, world with { SigningFailure = await SigningFailureAsync(world) });
    }

    /// <summary>A run that was killed between writing the changelog and committing it has changed nothing else.</summary>
    async Task<IReadOnlyList<string>> ChangesAsync(Changelog? committed)
    {
        var changes = await repository.ChangesAsync(cancellationToken);
        if (committed is null || changes is not [var only] || !ReleaseRepository.IsChangelog(only))
            return changes;
        var path = Path.Combine(repository.Root, ReleaseRepository.ChangelogFile);
        return
            File.Exists(path)
            && RollCommit.Read(committed, await Changelog.ReadAsync(path, cancellationToken)) is not null
            ? []
            : changes;
    }

    async Task<ReleaseWorld> WithRemoteAsync(ReleaseWorld world, string? branch, string tag)
    {
        if (await repository.RemoteUrlAsync(cancellationToken) is null)
            return world with { Remote = RemoteState.NoRemote };
        var (theirs, tagged) = await repository.AskRemoteAsync(branch ?? "HEAD", tag, cancellationToken);
        return world with { RemoteTag = tagged, Remote = branch is null ? null : await CompareAsync(world, theirs) };
    }

    async Task<RemoteState> CompareAsync(ReleaseWorld world, string? theirs)
    {
        if (theirs is null)
            return RemoteState.NoBranch;
        if (theirs.Is(world.Head))
            return RemoteState.Same;
        if (world.Roll is { } roll && theirs.Is(roll.Base))
            return RemoteState.LacksRoll;
        return await repository.IsOnHistoryAsync(theirs, world.Head, cancellationToken) is true
            ? RemoteState.Behind
            : RemoteState.Ahead;
    }

    /// <summary>A tag that is there already needs no key any more.</summary>
    async Task<string?> SigningFailureAsync(ReleaseWorld world) =>
        request.WithoutSignature || world.Roll is not null && (world.LocalTag ?? world.RemoteTag) is not null
            ? null
            : await repository.WhyNotSigningAsync(cancellationToken)
                ?? (request.HasStatements ? await repository.Signer.WhyNotAsync(cancellationToken) : null);
}
