namespace Slipway.Releases;

/// <summary>
/// The release that a commit comes after: the highest version among the tags on its history. A pre-release is none, because
/// it promises nothing (section 9 of Semantic Versioning), and whoever upgrades comes from a release. What is new is told,
/// judged and proposed against this one.
/// </summary>
/// <param name="Tag">Its tag, such as <c>v1.2.3</c>.</param>
public sealed record LastRelease(string Tag, SemanticVersion Version)
{
    /// <summary>The one that HEAD is, or comes after.</summary>
    /// <returns>Null: there is none.</returns>
    /// <exception cref="ReleaseException">No git, no repository, no commit.</exception>
    public static async Task<LastRelease?> FindAsync(string root, CancellationToken cancellationToken = default) =>
        Among(await TagsAsync(new Git(root), "--merged=HEAD", cancellationToken));

    /// <summary>
    /// The one that HEAD comes after: HEAD's own tags do not count, so that a release can be judged after its tag is there.
    /// </summary>
    /// <inheritdoc cref="FindAsync"/>
    public static async Task<LastRelease?> FindBeforeAsync(string root, CancellationToken cancellationToken = default)
    {
        var git = new Git(root);
        var here = await TagsAsync(git, "--points-at=HEAD", cancellationToken);
        return Among((await TagsAsync(git, "--merged=HEAD", cancellationToken)).Except(here, StringComparer.Ordinal));
    }

    /// <summary>Pure: the highest release among tags. Null: none of them is one.</summary>
    public static LastRelease? Among(IEnumerable<string> tags) =>
        tags.Select(tag => (Tag: tag, Version: VersionTags.VersionOf(tag)))
            .Where(found => found.Version is { PreRelease: null })
            .Select(found => new LastRelease(found.Tag, found.Version!))
            .MaxBy(release => release.Version);

    /// <summary>A file as the release has it.</summary>
    /// <param name="root">A directory of the repository.</param>
    /// <param name="file">Relative to it, with <c>/</c>.</param>
    /// <returns>Null: it does not have it.</returns>
    public async Task<string?> ReadFileAsync(string root, string file, CancellationToken cancellationToken = default)
    {
        var git = new Git(root);
        return await FilesAsync(root, file, cancellationToken) is []
            ? null
            : string.Join('\n', await git.RunAsync(cancellationToken, "show", $"refs/tags/{Tag}:./{file}"));
    }

    /// <summary>The files that the release has at or below a path, each relative to the root, as the path is.</summary>
    public Task<IReadOnlyList<string>> FilesAsync(
        string root,
        string path,
        CancellationToken cancellationToken = default
    ) =>
        new Git(root).RunAsync(
            cancellationToken,
            "-c",
            "core.quotePath=off",
            "ls-tree",
            "-r",
            "--name-only",
            $"refs/tags/{Tag}",
            "--",
            path
        );

    static Task<IReadOnlyList<string>> TagsAsync(Git git, string which, CancellationToken cancellationToken) =>
        git.RunAsync(cancellationToken, "for-each-ref", which, "--format=%(refname:lstrip=2)", "refs/tags");
}
