namespace Slipway.Releases;

/// <summary>What stands against a release, judged before anything is changed.</summary>
static class Refusals
{
    /// <summary>All of it at once, so that nobody puts one thing right only to meet the next.</summary>
    /// <param name="version">The version that is released.</param>
    public static IEnumerable<Refusal> Of(ReleaseWorld world, ReleaseRequest request, SemanticVersion version)
    {
        if (world.IsPushed)
            return [.. OfVersion(world, request), .. OfTwoTags(world, request, version)];
        return
        [
            .. OfBranch(world),
            .. OfTree(world),
            .. OfRemote(world, request),
            .. OfVersion(world, request),
            .. OfTags(world, request, version),
            .. OfChangelog(world),
            .. OfProduction(world, request),
            .. OfSigning(world),
        ];
    }

    static IEnumerable<Refusal> OfBranch(ReleaseWorld world)
    {
        if (world.Branch is null)
            yield return new("HEAD is on no branch", "Run 'git switch main', and Release again.");
        else if (ReleaseBranches.Of(world.Branch) is null)
            yield return new(
                $"'{world.Branch}' is no branch that is released from",
                "Merge it and run 'git switch main', or name it hotfix/… or support/…."
            );
    }

    static IEnumerable<Refusal> OfTree(ReleaseWorld world)
    {
        const int Shown = 5;
        if (world.Changes.Count > 0)
            yield return new(
                $"The tree has uncommitted changes: {string.Join(", ", world.Changes.Take(Shown))}"
                    + (world.Changes.Count > Shown ? $" and {world.Changes.Count - Shown} more" : ""),
                "Commit them, or 'git stash --include-untracked'."
            );
    }

    static IEnumerable<Refusal> OfRemote(ReleaseWorld world, ReleaseRequest request)
    {
        var (remote, branch) = (request.Remote, world.Branch ?? "main");
        Refusal? found = world.Remote switch
        {
            RemoteState.NoRemote => new(
                $"There is no remote '{remote}' to release to",
                $"'git remote add {remote} <url>', then 'git push --set-upstream {remote} {branch}'."
            ),
            RemoteState.NoBranch => new($"{remote} has no branch '{branch}'", $"'git push {remote} {branch}'."),
            RemoteState.Behind => new(
                $"{remote}/{branch} lacks commits of this branch",
                $"What is released has been pushed before: 'git push {remote} {world.Base[..12]}:refs/heads/{branch}', and deploy that."
            ),
            RemoteState.Ahead => new(
                $"{remote}/{branch} has commits that this branch lacks",
                world.Roll is null
                    ? $"'git pull --ff-only {remote} {branch}', and deploy that."
                    : TakeBack(world, request) + $" Then 'git pull --ff-only {remote} {branch}', and deploy that."
            ),
            _ => null,
        };
        if (found is not null)
            yield return found;
    }

    static IEnumerable<Refusal> OfVersion(ReleaseWorld world, ReleaseRequest request)
    {
        if (world.Roll is { } roll && request.Given is { } given && given != roll.Version)
            yield return new(
                $"A release of {roll.Version} was begun here, and {given} is asked for",
                world.IsPushed
                    ? "Its tag is at the remote: finish it by leaving the version out."
                    : "Finish it by leaving the version out. " + TakeBack(world, request)
            );
    }

    static IEnumerable<Refusal> OfTags(ReleaseWorld world, ReleaseRequest request, SemanticVersion version)
    {
        var tag = request.TagOf(version);
        if (world.Last is { } last && version <= last)
            yield return new(
                $"{version} is not above {last}, which is released",
                "State another with --release-version, or see './build.sh Version' for why it comes to that."
            );
        foreach (
            var (found, where, remove) in ((TagState?, string, string)[])
                [
                    (world.LocalTag, "here", $"git tag --delete {tag}"),
                    (world.RemoteTag, $"at {request.Remote}", $"git push {request.Remote} :refs/tags/{tag}"),
                ]
        )
        {
            if (found is null || (world.Roll is not null && found.Commit.Is(world.Head)))
                continue;
            yield return new(
                $"The tag {tag} exists {where} already, on {found.Commit[..12]}, which is not this release's commit",
                $"If {version} is released, state a higher one with --release-version. If that tag is a mistake: '{remove}'."
            );
        }
    }

    static IEnumerable<Refusal> OfTwoTags(ReleaseWorld world, ReleaseRequest request, SemanticVersion version)
    {
        var tag = request.TagOf(version);
        if (world.LocalTag is { } local && world.RemoteTag is { } remote && !local.Id.Is(remote.Id))
            yield return new(
                $"The tag {tag} here is another than the one at {request.Remote}",
                $"The remote's counts: 'git tag --delete {tag}', and Release again."
            );
    }

    static IEnumerable<Refusal> OfChangelog(ReleaseWorld world)
    {
        if (world.Findings.Count > 0)
            yield return new(
                $"The changelog is not in form: {string.Join("; ", world.Findings.Take(3))}",
                "Put it right, commit, deploy that; './build.sh Lint' judges it."
            );
        else if (world.Roll is null && !world.HasEntries)
            yield return new(
                "CHANGELOG.md has no entry under [Unreleased]: there is nothing to release",
                "Say what changed for users, commit, deploy that; './build.sh Changelog --draft' proposes entries."
            );
    }

    static IEnumerable<Refusal> OfProduction(ReleaseWorld world, ReleaseRequest request)
    {
        var commit = world.Base[..12];
        if (request.IsProductionAsked(world))
        {
            var production = request.Production!;
            if (production.State is not ("serving" or "degraded"))
                yield return new(
                    $"{production.Environment} is {production.State}, and a release is what it serves",
                    "'./build.sh Status' says what goes on; release when it serves this commit."
                );
            else if (!world.Base.Is(production.Image?.Commit) || production.Image!.IsDirty)
                yield return new(
                    $"{production.Environment} serves {Describe(production.Image)}, not commit {commit}",
                    $"'./build.sh Deploy --environment {production.Environment}', and release what it then serves."
                );
        }
        else if (request.ImageFor(world) is null)
            yield return new($"The store has no image of commit {commit}", "'./build.sh Push' makes one.");
    }

    static string Describe(ReleasedImage? image) =>
        image is null ? "an image that the store does not have"
        : image.IsDirty ? $"{image.ShortDigest}, built from {image.Commit[..12]} with uncommitted changes"
        : $"{image.ShortDigest} of commit {image.Commit[..12]}";

    static IEnumerable<Refusal> OfSigning(ReleaseWorld world)
    {
        if (world.SigningFailure is { } failure)
            yield return new(
                $"A release's tag is signed, and git cannot sign here: {failure}",
                "docs/releasing.md shows how to make a key and tell git of it. Without one, --unsigned "
                    + "states in tag and notes that there is no signature."
            );
    }

    /// <summary>How a release that nobody has seen yet is taken back.</summary>
    static string TakeBack(ReleaseWorld world, ReleaseRequest request) =>
        "To take it back, which nobody will notice: "
        + (world.LocalTag is null ? "" : $"'git tag --delete {request.TagOf(world.Roll!.Version)}' and ")
        + $"'git reset --keep {world.Base[..12]}'.";
}
