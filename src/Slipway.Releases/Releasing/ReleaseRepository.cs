namespace Slipway.Releases;

/// <summary>The repository that is released from, and its remote: each question and each change is one or two commands.</summary>
sealed partial class ReleaseRepository(Git git, string remote)
{
    public const string ChangelogFile = "CHANGELOG.md";

    public string Root => git.Directory;

    public string Remote => remote;

    /// <returns>Null: HEAD is detached.</returns>
    public async Task<string?> BranchAsync(CancellationToken cancellationToken)
    {
        var answer = await FindAsync(
            failed => failed.ExitCode == 1,
            cancellationToken,
            "symbolic-ref",
            "--quiet",
            "--short",
            "HEAD"
        );
        return answer?.Line;
    }

    /// <exception cref="ReleaseException">There is no such commit.</exception>
    public async Task<string> CommitAsync(string revision, CancellationToken cancellationToken) =>
        (await git.RunAsync(cancellationToken, "rev-parse", "--verify", $"{revision}^{{commit}}"))[0];

    /// <summary>Files that differ from HEAD, and those that git does not know.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync(CancellationToken cancellationToken)
    {
        var answer = await FindAsync(
            _ => false,
            cancellationToken,
            "status",
            "--porcelain",
            "-z",
            "--no-renames",
            "--untracked-files=normal"
        );
        return [.. answer!.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry[3..])];
    }

    /// <summary>The changelog as a commit has it; null: it has none.</summary>
    public async Task<Changelog?> ChangelogAsync(string commit, CancellationToken cancellationToken)
    {
        var answer = await FindAsync(
            failed => Says(failed, "does not exist in") || Says(failed, "exists on disk, but not in"),
            cancellationToken,
            "cat-file",
            "blob",
            $"{commit}:./{ChangelogFile}"
        );
        return answer is null ? null : Changelog.Parse(answer.Text);
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
    /// <returns>Null: it is a lightweight one.</returns>
    public async Task<string?> TagTextAsync(TagState tag, CancellationToken cancellationToken) =>
        tag.Id.Is(tag.Commit)
            ? null
            : (await FindAsync(_ => false, cancellationToken, "cat-file", "tag", tag.Id))!.Text;

    /// <summary>The names of tags.</summary>
    /// <param name="commit">Only those on its history; null: all.</param>
    public Task<IReadOnlyList<string>> TagsAsync(string? commit, CancellationToken cancellationToken)
    {
        string[] merged = commit is null ? [] : [$"--merged={commit}"];
        return git.RunAsync(
            cancellationToken,
            ["for-each-ref", "--format=%(refname:lstrip=2)", .. merged, "refs/tags"]
        );
    }

    /// <summary>The highest version among tags, a pre-release too.</summary>
    public static SemanticVersion? HighestVersion(IEnumerable<string> tags, string prefix) =>
        tags.Where(tag => tag.StartsWith(prefix, StringComparison.Ordinal))
            .Select(tag => SemanticVersion.TryParse(tag[prefix.Length..], out var version) ? version : null)
            .Max();

    /// <summary>Whether a commit is on another one's history; null: this repository does not have it.</summary>
    public async Task<bool?> IsOnHistoryAsync(string commit, string of, CancellationToken cancellationToken)
    {
        string[] question = ["merge-base", "--is-ancestor", commit, of];
        var answer = await git.AskAsync(cancellationToken, question);
        return answer switch
        {
            { ExitCode: 0 } => true,
            { ExitCode: 1 } => false,
            _ when Says(answer, "Not a valid") => null,
            _ => throw git.Failed(question, answer.Error),
        };
    }

    /// <returns>Null: there is no such remote.</returns>
    public async Task<string?> RemoteUrlAsync(CancellationToken cancellationToken)
    {
        var answer = await FindAsync(
            failed => Says(failed, "No such remote"),
            cancellationToken,
            "remote",
            "get-url",
            remote
        );
        return answer?.Line;
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

    /// <summary>What git answers; null: what was asked for is not there, which is no failure.</summary>
    /// <param name="isAbsent">Tells that from git's answer. Anything else that fails must not be taken for it.</param>
    async Task<GitAnswer?> FindAsync(
        Func<GitAnswer, bool> isAbsent,
        CancellationToken cancellationToken,
        params string[] arguments
    )
    {
        var answer = await git.AskAsync(cancellationToken, arguments);
        return answer.IsGood ? answer
            : isAbsent(answer) ? null
            : throw git.Failed(arguments, answer.Error);
    }

    static bool Says(GitAnswer answer, string words) => answer.Error.Contains(words, StringComparison.Ordinal);
}
