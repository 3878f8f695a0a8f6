namespace Slipway.Releases.Compatibility;

/// <summary>The release that a commit comes after.</summary>
/// <param name="Tag">Its tag, such as <c>v1.2.3</c>.</param>
public sealed record LastRelease(string Tag, SemanticVersion Version)
{
    const string TagPrefix = "v";

    /// <summary>
    /// The highest version among the tags below HEAD. Pre-releases are passed over, because they promise nothing (section 9
    /// of Semantic Versioning), and so are the tags of HEAD itself, so that a release can be judged after its tag is there.
    /// </summary>
    /// <returns>Null: there is none.</returns>
    /// <exception cref="ReleaseException">No git, no repository, no commit.</exception>
    public static async Task<LastRelease?> FindAsync(string root, CancellationToken cancellationToken = default)
    {
        var git = new Git(root);
        var here = await TagsAsync(git, "--points-at=HEAD", cancellationToken);
        return (await TagsAsync(git, "--merged=HEAD", cancellationToken))
            .Except(here, StringComparer.Ordinal)
            .Select(Read)
            .OfType<LastRelease>()
            .MaxBy(release => release.Version);
    }

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
        git.RunAsync(
            cancellationToken,
            "for-each-ref",
            which,
            "--format=%(refname:lstrip=2)",
            $"refs/tags/{TagPrefix}*"
        );

    static LastRelease? Read(string tag) =>
        SemanticVersion.TryParse(tag[TagPrefix.Length..], out var version) && version.PreRelease is null
            ? new LastRelease(tag, version)
            : null;
}
