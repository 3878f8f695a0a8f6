namespace Slipway.Releases;

/// <summary>The repository that is released from, and its remote: each question and each change is one or two commands.</summary>
sealed class ReleaseRepository(Git git, string remote)
{
    public const string ChangelogFile = "CHANGELOG.md";

    public string Root => git.Directory;

    public string Remote => remote;

    /// <returns>Null: HEAD is detached.</returns>
    public async Task<string?> BranchAsync(CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(cancellationToken, "symbolic-ref", "--quiet", "--short", "HEAD");
        return answer.IsGood ? answer.Line : null;
    }

    /// <exception cref="ReleaseException">There is no such commit.</exception>
    public async Task<string> CommitAsync(string revision, CancellationToken cancellationToken) =>
        (await git.RunAsync(cancellationToken, "rev-parse", "--verify", $"{revision}^{{commit}}"))[0];

    /// <summary>Files that differ from HEAD, and those that git does not know.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync(CancellationToken cancellationToken)
    {
        string[] status = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=normal"];
        var answer = await git.AskAsync(cancellationToken, status);
        if (!answer.IsGood)
            throw git.Failed(status, answer.Error);
        return [.. answer.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry[3..])];
    }

    /// <summary>The changelog as a commit has it; null: it has none.</summary>
    public async Task<Changelog?> ChangelogAsync(string commit, CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(cancellationToken, "cat-file", "blob", $"{commit}:./{ChangelogFile}");
        return answer.IsGood ? Changelog.Parse(answer.Text) : null;
    }

    /// <summary>What a commit is as a roll commit; null: it is none.</summary>
    public async Task<RollCommit?> RollAsync(string commit, CancellationToken cancellationToken)
    {
        var line = (await git.RunAsync(cancellationToken, "rev-list", "--parents", "--max-count=1", commit, "--"))[0];
        if (line.Split(' ') is not [_, var parent])
            return null;
        var changed = await git.RunAsync(
            cancellationToken,
            "diff-tree",
            "-r",
            "--name-only",
            "--no-renames",
            parent,
            commit,
            "--"
        );
        if (changed is not [var path] || !IsChangelog(path))
            return null;
        var before = await ChangelogAsync(parent, cancellationToken);
        var after = await ChangelogAsync(commit, cancellationToken);
        return before is not null && after is not null && RollCommit.Read(before, after) is var (version, date)
            ? new RollCommit(commit, parent, version, date)
            : null;
    }

    /// <summary>Whether a path that git names, from the repository's top, is the changelog.</summary>
    public static bool IsChangelog(string path) =>
        path is ChangelogFile || path.EndsWith('/' + ChangelogFile, StringComparison.Ordinal);

    /// <returns>Null: there is no such tag here.</returns>
    public async Task<TagState?> LocalTagAsync(string tag, CancellationToken cancellationToken)
    {
        var lines = await git.RunAsync(
            cancellationToken,
            "for-each-ref",
            "--format=%(objectname) %(*objectname)",
            $"refs/tags/{tag}"
        );
        return lines.Count == 0 ? null
            : lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var commit] ? new(name, commit)
            : new(lines[0].Trim(), lines[0].Trim());
    }

    /// <summary>A tag object as git stores it: its head, its message and its signature.</summary>
    /// <returns>Null: it is a lightweight tag, or none.</returns>
    public async Task<string?> TagTextAsync(string tag, CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(cancellationToken, "cat-file", "tag", $"refs/tags/{tag}");
        return answer.IsGood ? answer.Text : null;
    }

    /// <summary>The highest version among the tags.</summary>
    /// <param name="commit">Only tags on its history count; null: all do.</param>
    /// <param name="except">A tag that does not count.</param>
    public async Task<SemanticVersion?> HighestVersionAsync(
        string? commit,
        string prefix,
        string? except,
        CancellationToken cancellationToken
    )
    {
        string[] merged = commit is null ? [] : [$"--merged={commit}"];
        var tags = await git.RunAsync(
            cancellationToken,
            ["for-each-ref", "--format=%(refname:lstrip=2)", .. merged, $"refs/tags/{prefix}*"]
        );
        return tags.Where(tag => !tag.Is(except))
            .Select(tag => SemanticVersion.TryParse(tag[prefix.Length..], out var version) ? version : null)
            .Max();
    }

    /// <summary>Whether a commit is on another one's history; null: this repository does not have it.</summary>
    public async Task<bool?> IsOnHistoryAsync(string commit, string of, CancellationToken cancellationToken) =>
        (await git.AskAsync(cancellationToken, "merge-base", "--is-ancestor", commit, of)).ExitCode switch
        {
            0 => true,
            1 => false,
            _ => null,
        };

    /// <returns>Null: there is no such remote.</returns>
    public async Task<string?> RemoteUrlAsync(CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(cancellationToken, "remote", "get-url", remote);
        return answer.IsGood ? answer.Line : null;
    }

    /// <summary>What the remote itself says now of a branch and of a tag.</summary>
    /// <exception cref="ReleaseException">The remote does not answer.</exception>
    public async Task<(string? Head, TagState? Tag)> AskRemoteAsync(
        string branch,
        string tag,
        CancellationToken cancellationToken
    )
    {
        var (head, name) = ($"refs/heads/{branch}", $"refs/tags/{tag}");
        var found = (await git.RunAsync(cancellationToken, "ls-remote", remote, head, name, name + "^{}"))
            .Select(line => line.Split('\t', 2))
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
        var tagged = found.GetValueOrDefault(name);
        return (
            found.GetValueOrDefault(head),
            tagged is null ? null : new TagState(tagged, found.GetValueOrDefault(name + "^{}", tagged))
        );
    }

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

    /// <summary>The signature's verdict, by git's own configuration; null: it is good.</summary>
    public async Task<string?> WhyNotVerifiedAsync(string tag, CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(cancellationToken, "verify-tag", tag);
        return answer.IsGood ? null : OneLine(answer.Error);
    }

    /// <summary>
    /// Signs and verifies something that no name leads to, which git's housekeeping removes: what a tag needs is known to
    /// be there before the first change. Null: both work.
    /// </summary>
    public async Task<string?> WhyNotSigningAsync(CancellationToken cancellationToken)
    {
        var signed = await git.AskAsync(
            cancellationToken,
            "commit-tree",
            "-S",
            "-m",
            "Can a tag be signed?",
            "HEAD^{tree}"
        );
        if (!signed.IsGood)
            return OneLine(signed.Error);
        var verified = await git.AskAsync(cancellationToken, "verify-commit", signed.Line);
        return verified.IsGood ? null : $"it signs, and does not verify: {OneLine(verified.Error)}";
    }

    static string OneLine(string said) =>
        string.Join("; ", said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

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
