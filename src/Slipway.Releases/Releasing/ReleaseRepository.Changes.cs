namespace Slipway.Releases;

/// <summary>What a release changes, here and at the remote.</summary>
sealed partial class ReleaseRepository
{
    /// <summary>Commits a changelog, and nothing else that may be changed or staged.</summary>
    public async Task CommitChangelogAsync(Changelog rolled, string subject, CancellationToken cancellationToken)
    {
        // Beside git's own files a run that is killed leaves nothing in the tree.
        var aside = (await git.RunAsync(cancellationToken, "rev-parse", "--git-path", "slipway-changelog"))[0];
        await WriteAsync(
            Path.Combine(Root, aside),
            Path.Combine(Root, ChangelogFile),
            rolled.ToBytes(),
            cancellationToken
        );
        await git.RunAsync(cancellationToken, "commit", "--quiet", "--only", "--message", subject, "--", ChangelogFile);
    }

    /// <summary>Makes an annotated tag, signed as git is configured to.</summary>
    public Task TagAsync(string tag, string commit, string message, bool signed, CancellationToken cancellationToken) =>
        git.RunAsync(
            cancellationToken,
            "tag",
            signed ? "--sign" : "--no-sign",
            "--annotate",
            "--cleanup=whitespace",
            "--message",
            message,
            tag,
            commit
        );

    public Task FetchTagAsync(string tag, CancellationToken cancellationToken) =>
        git.RunAsync(cancellationToken, "fetch", "--quiet", "--no-tags", remote, $"refs/tags/{tag}:refs/tags/{tag}");

    /// <summary>The branch as the remote has it now, for questions about its history.</summary>
    public async Task<string> FetchBranchAsync(string branch, CancellationToken cancellationToken)
    {
        await git.RunAsync(cancellationToken, "fetch", "--quiet", "--no-tags", remote, $"refs/heads/{branch}");
        return await CommitAsync("FETCH_HEAD", cancellationToken);
    }

    /// <summary>
    /// Git in a directory that knows nothing of this repository but how it is configured to reach remotes and to judge
    /// signatures, and the remote's address. A configuration may hold credentials, so it is included, never passed on.
    /// </summary>
    public async Task<(Git Git, string Url)> CloneForAsync(string directory, CancellationToken cancellationToken)
    {
        var common = (await git.RunAsync(cancellationToken, "rev-parse", "--git-common-dir"))[0];
        var url = (await git.RunAsync(cancellationToken, "remote", "get-url", remote))[0];
        var path = Path.Combine(Root, url);
        return (
            git.In(
                directory,
                new("GIT_CONFIG_COUNT", "1"),
                new("GIT_CONFIG_KEY_0", "include.path"),
                new("GIT_CONFIG_VALUE_0", Path.Combine(Root, common, "config"))
            ),
            Directory.Exists(path) ? path : url
        );
    }

    /// <summary>Both or neither.</summary>
    /// <exception cref="ReleaseException">The remote refused; with what it said.</exception>
    public async Task PushAsync(string commit, string branch, string tag, CancellationToken cancellationToken)
    {
        string[] push = ["push", "--quiet", "--atomic", remote, $"{commit}:refs/heads/{branch}", $"refs/tags/{tag}"];
        var answer = await git.AskAsync(cancellationToken, push);
        if (!answer.IsGood)
            throw PushFailure.Of(remote, branch, tag, answer.Error) ?? git.Failed(push, answer.Error);
    }

    static async Task WriteAsync(string aside, string path, byte[] content, CancellationToken cancellationToken)
    {
        await using (var file = File.Create(aside))
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
