namespace Slipway.Releases;

/// <summary>What became of a release's files.</summary>
public static class ReleasedFiles
{
    /// <summary>
    /// The files below a directory that a tag has and the working tree has otherwise, or not at all. Line ends that git
    /// itself converts are no difference.
    /// </summary>
    /// <param name="root">A directory of the repository.</param>
    /// <param name="directory">Relative to it, and so is what is answered.</param>
    /// <exception cref="ReleaseException">There is no such tag.</exception>
    public static Task<IReadOnlyList<string>> ChangedSinceAsync(
        string root,
        string tag,
        string directory,
        CancellationToken cancellationToken = default
    ) => DifferAsync(root, tag, directory, "--diff-filter=a", cancellationToken);

    /// <summary>The files below a directory that the working tree has and a tag has not.</summary>
    /// <inheritdoc cref="ChangedSinceAsync"/>
    public static Task<IReadOnlyList<string>> AddedSinceAsync(
        string root,
        string tag,
        string directory,
        CancellationToken cancellationToken = default
    ) => DifferAsync(root, tag, directory, "--diff-filter=A", cancellationToken);

    static Task<IReadOnlyList<string>> DifferAsync(
        string root,
        string tag,
        string directory,
        string filter,
        CancellationToken cancellationToken
    ) =>
        new Git(root).RunAsync(
            cancellationToken,
            "-c",
            "core.quotePath=off",
            "diff",
            "--name-only",
            "--relative",
            "--no-renames",
            "--no-ext-diff",
            filter,
            $"refs/tags/{tag}",
            "--",
            directory
        );
}
